import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Backend, startBackend } from '../backend-process.ts'
import { startChild } from '../child-process.ts'
import { audience, startIssuer } from '../issuer-server.ts'
import { recordedCall } from './record-calls.ts'
import { domainId, instanceArn } from './shift-world.ts'

const urls = z.object({ url: z.string(), controlUrl: z.string() })

interface WorldSettings {
  readonly seedJson: unknown
  readonly instances: number
  /** What the instances are told beside the usual. */
  readonly env: Readonly<Record<string, string>>
}

/** Issuer, Amazon's services and our server, each in its own process but the issuer; quotas are a new account's. */
export async function startWorld({ seedJson, instances, env }: WorldSettings) {
  const directory = mkdtempSync(join(tmpdir(), 'shift-'))
  const seedFile = join(directory, 'seed.json')
  writeFileSync(seedFile, JSON.stringify(seedJson))
  const issuer = await startIssuer()
  const upstream = await startChild('./shift/upstream-process.ts', [seedFile], urls)
  rmSync(directory, { recursive: true })
  const backends: Backend[] = []
  for (let n = 0; n < instances; n += 1) {
    backends.push(
      await startBackend({
        AWS_ENDPOINT_URL_CONNECTCASES: upstream.started.url,
        AWS_ENDPOINT_URL_CONNECT: upstream.started.url,
        OIDC_ISSUER: issuer.issuer,
        OIDC_AUDIENCE: audience,
        INSTANCES: JSON.stringify({ [instanceArn]: domainId }),
        SUPERVISOR_GROUP: 'groups=supervisors',
        ...env,
      }),
    )
  }
  return {
    issuer,
    backends,
    controlUrl: upstream.started.controlUrl,
    calls: () => upstream.ask('calls', z.array(recordedCall)),
    async close() {
      await Promise.all(backends.map((backend) => backend.stop()))
      await upstream.stop()
      await issuer.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
