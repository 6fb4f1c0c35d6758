import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createAsk } from '../../src/doctor/ask.ts'
import type { DoctorOptions } from '../../src/doctor/doctor-options.ts'
import { examine } from '../../src/doctor/examine.ts'
import { askAws } from '../../src/doctor/gather/aws-account.ts'
import { askInstance } from '../../src/doctor/gather/instance.ts'
import type { Finding } from '../../src/doctor/verdict.ts'
import { instanceArnIn } from '../../src/emulator/arns.ts'
import { createEmulator } from '../../src/emulator/emulator.ts'
import type { Settings } from '../../src/server/env.ts'
import { startBff } from './bff.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'
import { pageClientId, resource, startOidcProvider } from './oidc-provider.ts'

const seed = { ...defaultSeed(), users: [{ userId: 'user-bob', username: 'bob' }] }

const { domainId, ...contact } = contactWithCases(seed, 1)

/** A contact of the seed, the agent's own, that has one case. */
export const { contactArn } = contact

/** What stands before the server: it may change a request, or its answer. */
export type Between = (request: Request, handOn: (request: Request) => Promise<Response>) => Promise<Response>

/** Settings of the page that are not as in every test. */
export type PageChanges = NonNullable<Parameters<typeof startBff>[1]>

/** Emulator and sign-in, which servers of any settings share. */
export async function startSurroundings() {
  const emulator = await createEmulator({ seed, quotas: 'off' })
  const provider = await startOidcProvider(['bob'])
  const service = { endpoint: emulator.url, credentials: 'placeholder' } as const
  const auth = {
    issuer: provider.issuer,
    audience: resource,
    jwksUrl: null,
    agentClaim: 'sub',
    agentClaimIs: 'username',
    supervisors: null,
    instances: new Map([[instanceArnIn(seed), domainId]]),
  } as const
  const pageAuth = { issuer: provider.issuer, clientId: pageClientId, scope: 'openid', resource, origins: [] }
  const body = JSON.stringify({ contactId: contactArn.split('/').at(-1), agentUserId: 'user-bob', state: 'CONNECTED' })
  await fetch(`${emulator.url}/_emulator/api/contact`, { method: 'PUT', body })

  return {
    emulator,
    provider,
    pageAuth,
    /** A deployment where agents sign in, with these things another way. */
    async deploy(settings: Partial<Settings> = {}, config: PageChanges = {}, proxy?: Between) {
      const server = await startBff(
        { ...service, connect: service, auth, ...settings },
        { domainId, ...(settings.auth !== null && { auth: pageAuth }), ...config },
      )
      const front = proxy === undefined ? null : await startProxy(server.url, proxy)
      const url = front?.url ?? server.url
      provider.allowPage(url)
      return {
        url,
        logged: server.logged,
        async close(): Promise<void> {
          await front?.close()
          await server.close()
        },
      }
    },
    async close(): Promise<void> {
      await Promise.all([emulator.close(), provider.close()])
    },
  }
}

async function startProxy(upstream: string, proxy: Between) {
  const handOn = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
    const answer = await fetch(upstream + pathname + search, { method, headers, body, redirect: 'manual' })
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
  }
  const server = createServer(getRequestListener((request) => proxy(request, handOn))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const options = {
  embedder: null,
  origin: null,
  token: null,
  contactArn: null,
  settingsFile: null,
  aws: false,
  json: false,
}

/** What the doctor finds at this page; `clock`: by how much this machine's is wrong. */
export function diagnose(
  page: string,
  more: Partial<DoctorOptions> = {},
  { clock = 0, timeoutMs = 10_000 } = {},
): Promise<Finding[]> {
  const time = () => Date.now() + clock
  return examine(
    { ...options, page, ...more },
    { ask: createAsk({ fetch, time, timeoutMs }), time, askAws, askInstance },
  )
}

/** What is not as it should be, as `outcome id: sentence`. */
export function complaints(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ outcome }) => outcome === 'warning' || outcome === 'wrong')
    .map(({ outcome, id, says }) => `${outcome} ${id}: ${says}`)
}
