import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { atMost, type Figure } from '../../../support/figure.ts'
import { round } from '../../statistics.ts'
import { startBackend } from '../backend-process.ts'
import { childOf, startChild } from '../child-process.ts'
import { audience, startIssuer } from '../issuer-server.ts'
import { createAsking } from '../keep-asking.ts'
import { agentCount, domainId, instanceArn, nthAsk, userIdOf } from './memory-world.ts'

const memory = z.object({ heapUsed: z.number(), external: z.number(), rss: z.number() })

// Lists are kept for three seconds: how many there are would tell of the machine's speed.
const restMs = 4_000

/** What the server holds after so many requests, beside what it held after a tenth of them. */
export async function memoryFigures(requests: number): Promise<readonly Figure[]> {
  const upstream = await startChild('./memory/quick-upstream-process.ts', [], z.object({ url: z.string() }))
  const issuer = await startIssuer()
  const tokens: string[] = []
  for (let n = 0; n < agentCount; n += 1) tokens.push(await issuer.tokenOf(userIdOf(n)))
  const backend = await startBackend(
    {
      AWS_ENDPOINT_URL_CONNECTCASES: upstream.started.url,
      AWS_ENDPOINT_URL_CONNECT: upstream.started.url,
      QUOTAS: 'off',
      // What it holds is asked, not how fast it is: a machine that does other things meanwhile spoils nothing.
      DEADLINE_MS: '60000',
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: audience,
      OIDC_AGENT_CLAIM_IS: 'userId',
      INSTANCES: JSON.stringify({ [instanceArn]: domainId }),
    },
    ['--expose-gc', '--import', new URL('./heap-on-message.js', import.meta.url).href],
  )
  const asking = createAsking(32)
  const heap = async () => {
    await sleep(restMs)
    return childOf(backend.process).ask('heap', memory)
  }
  const askUpTo = (from: number, to: number) => asking.askAll(backend.url, to - from, (n) => nthAsk(from + n, tokens))

  const tenth = requests / 10
  await askUpTo(0, tenth)
  const early = await heap()
  let late = early
  const startedAt = performance.now()
  for (let asked = tenth; asked < requests; asked += tenth) {
    await askUpTo(asked, asked + tenth)
    late = await heap()
    // A million takes its time: said as it goes.
    console.log(`  heap after ${count(asked + tenth)} requests: ${round(late.heapUsed / 1e6)} MB`)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  asking.close()
  await Promise.all([backend.stop(), upstream.stop()])
  await issuer.close()

  const growth = (late.heapUsed + late.external) / (early.heapUsed + early.external)
  const beside = `memory after ${count(requests)} requests, beside ${count(tenth)}`
  return [
    { name: beside, measured: growth, goal: atMost(1.05), unit: '' },
    { name: '  heap before', measured: early.heapUsed / 1e6, goal: null, unit: 'MB' },
    { name: '  heap after', measured: late.heapUsed / 1e6, goal: null, unit: 'MB' },
    { name: '  resident set before', measured: early.rss / 1e6, goal: null, unit: 'MB' },
    { name: '  resident set after', measured: late.rss / 1e6, goal: null, unit: 'MB' },
    { name: '  requests a second', measured: (requests - tenth) / seconds, goal: null, unit: '' },
  ]
}

function count(requests: number): string {
  return requests.toLocaleString('en')
}
