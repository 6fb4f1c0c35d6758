import type { AuthSettings } from '../../src/server/auth/auth-settings.ts'
import { createAuth } from '../../src/server/auth/create-auth.ts'
import type { CasesGateway } from '../../src/server/cases-gateway.ts'
import { createTestConnect, type KnownContact } from './connect-directory.ts'
import { audience, claims, createIssuerSite, createKey, issuer, sign, time } from './issuer.ts'
import { createTestApp, post } from './server-app.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/i'

export const arnOf = (contactId: string, instanceId = 'i') =>
  `arn:aws:connect:us-east-1:111122223333:instance/${instanceId}/contact/${contactId}`

/** The server's app for agents who sign in, over an issuer and an Amazon Connect without sockets. */
export async function createSignedInApp(
  contacts: Record<string, KnownContact>,
  gateway: Partial<CasesGateway> = {},
  settings: Partial<AuthSettings> = {},
) {
  const key = await createKey('key-1')
  const connect = createTestConnect(contacts)
  const clock = { now: 1_000 }
  const auth = createAuth({
    settings: {
      issuer,
      audience,
      jwksUrl: null,
      agentClaim: 'username',
      agentClaimIs: 'username',
      supervisors: null,
      instances: new Map([[instanceArn, 'domain']]),
      ...settings,
    },
    connect: connect.gateway,
    fetch: createIssuerSite([key]).fetch,
    time: () => time,
    now: () => clock.now,
    onAnswer: () => undefined,
    askThroughStore: null,
    cooldownMs: 30_000,
  })
  const { app, logged } = createTestApp(gateway, { auth })
  const tokenOf = (username: string, changes = {}) =>
    sign(key, claims({ sub: `subject-${username}`, username, ...changes }))

  /** POSTs as this agent. */
  async function ask(username: string, path: string, body: unknown, changes = {}): Promise<Response> {
    const request = post(body)
    const authorization = `Bearer ${await tokenOf(username, changes)}`
    return app.request(path, { ...request, headers: { ...request.headers, authorization } })
  }
  return { app, logged, connect, clock, tokenOf, ask }
}
