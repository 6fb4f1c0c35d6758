import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { atMost, type Figure } from '../../../support/figure.ts'
import { type Backend, cpuMsOf, startBackend } from '../backend-process.ts'
import { type Child, startChild } from '../child-process.ts'
import { audience, startIssuer } from '../issuer-server.ts'
import { type Ask, type Asking, createAsking } from '../keep-asking.ts'
import { percentile } from '../percentile.ts'
import { agentCount, contactCount, domainId, instanceArn, listAsk, rounds, usernameOf } from './cpu-world.ts'

// A list serves for three seconds (src/server/shared-answers/share-answers.ts).
const cacheMs = 3_200
// Time is counted in ticks of 10 ms, and these answers take little of it. Their list is read anew once or twice.
const cachedCount = 3 * contactCount

interface Side {
  readonly url: string
  readonly process: Child['process']
  readonly askOf: (contact: number) => Ask
}

/**
 * CPU time of an answer, user and system, of the server's process alone, beside a bare route that asks the same client of
 * the SDK for the same contacts. Who asks and who is asked are other processes.
 */
export async function cpuFigures(): Promise<readonly Figure[]> {
  const started = z.object({ url: z.string() })
  const emulator = await startChild('./cpu/emulator-process.ts', [], started)
  const bare = await startChild('./cpu/bare-process.ts', [emulator.started.url], started)
  const tuned = await startChild('./cpu/bare-process.ts', [emulator.started.url, 'tuned'], started)
  const issuer = await startIssuer()
  const names = Array.from({ length: agentCount }, (_, n) => usernameOf(n))
  const tokens = await Promise.all(names.map((name) => issuer.tokenOf(name)))
  const services = {
    AWS_ENDPOINT_URL_CONNECTCASES: emulator.started.url,
    AWS_ENDPOINT_URL_CONNECT: emulator.started.url,
    QUOTAS: 'off',
  }
  const open = await startBackend(services)
  const signedIn = await startBackend({
    ...services,
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: audience,
    INSTANCES: JSON.stringify({ [instanceArn]: domainId }),
  })
  const withoutToken = (n: number) => listAsk(n, undefined)
  const asking = createAsking(16)
  const figures = await measure(asking, {
    bare: { url: bare.started.url, process: bare.process, askOf: withoutToken },
    tuned: { url: tuned.started.url, process: tuned.process, askOf: withoutToken },
    'without sign-in': sideOf(open, withoutToken),
    'with sign-in': sideOf(signedIn, (n) => listAsk(n, tokens[n % agentCount])),
  })
  asking.close()
  await Promise.all([open, signedIn, bare, tuned, emulator].map((each) => each.stop()))
  await issuer.close()
  return figures
}

function sideOf({ url, process }: Backend, askOf: Side['askOf']): Side {
  return { url, process, askOf }
}

type Sides = Readonly<Record<'bare' | 'tuned' | 'without sign-in' | 'with sign-in', Side>>

async function measure(asking: Asking, { bare, tuned, ...ours }: Sides): Promise<readonly Figure[]> {
  const cpuOf = async ({ url, process, askOf }: Side, contactAt: (n: number) => number, count = contactCount) => {
    const before = cpuMsOf(process)
    await asking.askAll(url, count, (n) => askOf(contactAt(n)))
    return (cpuMsOf(process) - before) / count
  }
  const asksNobody = { ...bare, askOf: (n: number) => ({ ...bare.askOf(n), path: '/nobody' }) }
  for (const side of [bare, tuned, ...Object.values(ours)]) await cpuOf(side, (n) => n) // warm
  const bareMs: number[] = []
  const ratios = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    const each = (n: number) => round * contactCount + n
    const beside = await cpuOf(bare, each)
    bareMs.push(beside)
    note('a Hono route that asks nobody', (await cpuOf(asksNobody, each)) / beside)
    note('a bare route whose SDK caches its middleware, as ours does', (await cpuOf(tuned, each)) / beside)
    for (const [name, side] of Object.entries(ours)) {
      // Whose the contacts are is asked here, for a minute, and what is read serves no more when it is measured. Contacts of
      // another round would not do: their verdicts would end while it is measured.
      await cpuOf(side, each)
      await sleep(cacheMs)
      note(`uncached, ${name}`, (await cpuOf(side, each)) / beside)
      note(`cached, ${name}`, (await cpuOf(side, () => each(0), cachedCount)) / beside)
    }
  }
  return [
    { name: 'CPU of a bare route that asks the SDK', measured: percentile(bareMs, 0.5), goal: null, unit: 'ms' },
    ...[...ratios].map(([name, all]) => toFigure(name, percentile(all, 0.5))),
  ]

  function note(name: string, ratio: number): void {
    ratios.set(name, [...(ratios.get(name) ?? []), ratio])
  }
}

function toFigure(name: string, measured: number): Figure {
  const goal = name.startsWith('uncached') ? atMost(1.5) : name.startsWith('cached') ? atMost(0.25) : null
  return { name: `CPU of an answer beside it, ${name}`, measured, goal, unit: '' }
}
