import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { startBff } from '../support/bff.ts'
import { seedOf } from '../support/emulator.ts'
import { resource, startOidcProvider } from '../support/oidc-provider.ts'
import { post } from '../support/server-app.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/an-instance'
const arnOf = (contactId: string) => `${instanceArn}/contact/${contactId}`
const seed = seedOf({
  accountId: '111122223333',
  region: 'us-east-1',
  instanceId: 'an-instance',
  users: [
    { userId: 'user-ann', username: 'ann' },
    { userId: 'user-bob', username: 'bob' },
  ],
  domains: [
    {
      domainId: 'd',
      name: 'D',
      templates: [{ templateId: 'repair', name: 'Repair', status: 'Active' }],
      cases: [{ caseId: 'case-1', templateId: 'repair', fields: { title: 'Lamp flickers', status: 'open' } }],
      contacts: [{ contactId: 'first', caseIds: ['case-1'], agentUserId: 'user-bob', state: 'CONNECTED' }],
    },
  ],
})

let emulator: Emulator
let provider: Awaited<ReturnType<typeof startOidcProvider>>
let server: Awaited<ReturnType<typeof startBff>>

beforeAll(async () => {
  emulator = await createEmulator({ seed, quotas: 'off' })
  provider = await startOidcProvider(['ann', 'bob'])
  const service = { endpoint: emulator.url, credentials: 'placeholder' } as const
  server = await startBff({
    ...service,
    connect: service,
    deadlineMs: 2_500,
    auth: {
      issuer: provider.issuer,
      audience: resource,
      jwksUrl: null,
      agentClaim: 'sub',
      agentClaimIs: 'username',
      supervisors: null,
      instances: new Map([[instanceArn, 'd']]),
    },
  })
})
beforeEach(() => emulator.reset())
afterAll(() => Promise.all([server.close(), provider.close(), emulator.close()]))

async function list(agent: string, body: object): Promise<Response> {
  return listWith(await provider.tokenOf(agent), body)
}

function listWith(token: string, body: object): Promise<Response> {
  const request = post(body)
  const headers = { ...request.headers, authorization: `Bearer ${token}` }
  return fetch(`${server.url}/api/domains/d/list-cases-for-contact`, { ...request, headers })
}

async function put(contact: object): Promise<void> {
  await fetch(`${emulator.url}/_emulator/api/contact`, { method: 'PUT', body: JSON.stringify(contact) })
}

test('the agent whose contact it is sees its cases, by a token of a real provider', async () => {
  const answer = await list('bob', { contactArn: arnOf('first') })
  expect([answer.status, await answer.json()]).toMatchObject([200, { cases: [{ caseId: 'case-1' }] }])
  expect((await list('ann', { contactArn: arnOf('first') })).status).toBe(403)
})

test('a contact is seen from when it rings, and a transferred one brings the first along', async () => {
  await put({ contactId: 'second', initialContactId: 'first', agentUserId: 'user-ann', state: 'CONNECTING' })
  expect((await list('ann', { contactArn: arnOf('second') })).status).toBe(200)
  const first = await list('ann', { contactArn: arnOf('first'), throughContactArn: arnOf('second') })
  expect(await first.json()).toMatchObject({ cases: [{ caseId: 'case-1' }] })
  await put({ contactId: 'third', agentUserId: 'user-bob', state: 'CONNECTED' })
  expect((await list('ann', { contactArn: arnOf('third') })).status).toBe(403)
})

test('a contact that was accepted and has left the desk is found by its description', async () => {
  await put({ contactId: 'fourth', agentUserId: 'user-ann', state: null })
  expect((await list('ann', { contactArn: arnOf('fourth') })).status).toBe(200)
  expect((await list('bob', { contactArn: arnOf('fourth') })).status).toBe(403)
})

test('keys are rotated while the server runs: new tokens are good within a second, old ones no longer', async () => {
  const old = await provider.tokenOf('bob')
  expect((await listWith(old, { contactArn: arnOf('first') })).status).toBe(200)
  await provider.rotateKeys()
  await expect.poll(async () => (await list('bob', { contactArn: arnOf('first') })).status).toBe(200)
  expect((await listWith(old, { contactArn: arnOf('first') })).status).toBe(401)
})

test.each([
  ['throttled', 429],
  ['accessDenied', 502],
  ['serverError', 502],
  ['wrongTypes', 502],
  ['hugeBody', 502],
  ['unavailable', 503],
  ['hang', 504],
] as const)('while Amazon Connect answers %s, nobody sees a case', async (kind, status) => {
  emulator.faults.add({ kind, operation: 'GetCurrentUserData' })
  await put({ contactId: kind, agentUserId: 'user-ann', state: 'INCOMING' })
  expect((await list('ann', { contactArn: arnOf(kind) })).status).toBe(status)
})
