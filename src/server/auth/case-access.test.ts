import { expect, test } from 'vitest'
import { createTestConnect, type KnownContact } from '../../../test/support/connect-directory.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { createCaseAccess } from './case-access.ts'
import { createConnectUsers } from './connect-users.ts'
import { createOwnership } from './ownership.ts'
import type { Agent } from './viewer.ts'

const instances = new Map([
  ['arn:aws:connect:us-east-1:111122223333:instance/i', 'domain'],
  ['arn:aws:connect:us-east-1:111122223333:instance/j', 'domain-j'],
])
const ann: Agent = { kind: 'agent', issuer: 'i', subject: 's-ann', user: 'ann', isSupervisor: false }
const bob: Agent = { ...ann, subject: 's-bob', user: 'bob' }

function accessTo(contacts: Record<string, KnownContact>) {
  const connect = createTestConnect(contacts)
  const clock = { now: 1_000 }
  const deps = { connect: connect.gateway, now: () => clock.now, deadlineMs: 1_000 }
  const userIdOf = createConnectUsers({ ...deps, agentClaimIs: 'username' })
  const access = createCaseAccess({ ...deps, instances, standingOf: createOwnership({ ...deps, userIdOf }) })
  const may = async (
    agent: Agent,
    contactArn: string,
    throughContactArn: string | null = null,
    domainId = 'domain',
  ) => {
    const ground = await access.toContact(agent, { domainId, contactArn, throughContactArn })
    return ground.ok ? ground.value : ground.problem.code
  }
  return { connect, clock, access, may }
}

test.each([
  ['INCOMING', 'own'],
  ['PENDING', 'own'],
  ['CONNECTING', 'own'],
  ['CONNECTED', 'own'],
  ['CONNECTED_ONHOLD', 'own'],
  ['ENDED', 'own'],
  ['MISSED', 'contact_not_yours'],
  ['REJECTED', 'contact_not_yours'],
  ['ERROR', 'contact_not_yours'],
])('a contact that is %s at the agent: %s; at a colleague it waits for others', async (state, verdict) => {
  const { may } = accessTo({ c: { at: { userId: 'user-ann', state } } })
  expect(await may(ann, arnOf('c'))).toBe(verdict)
  expect(await may(bob, arnOf('c'))).toBe('contact_not_yours')
})

test('a contact that left the desk is still of who accepted it, and of nobody else', async () => {
  const { may } = accessTo({ c: { agentId: 'user-ann' } })
  expect([await may(ann, arnOf('c')), await may(bob, arnOf('c'))]).toEqual(['own', 'not_allowed'])
})

test('a contact that does not exist is refused in the words of a colleague’s, to the letter', async () => {
  const { access } = accessTo({ c: { agentId: 'user-bob' } })
  const ask = (contactId: string) =>
    access.toContact(ann, { domainId: 'domain', contactArn: arnOf(contactId), throughContactArn: null })
  expect(await ask('nowhere')).toEqual(await ask('c'))
})

test('who is no user of the instance may see nothing', async () => {
  const { may, connect } = accessTo({ c: {} })
  expect(await may({ ...ann, user: 'carl' }, arnOf('c'))).toBe('not_allowed')
  expect(connect.asked).toEqual(['findUsers carl'])
})

test.each([
  ['another instance', arnOf('c').replace('/i/', '/x/'), null, 'domain'],
  ['another domain', arnOf('c'), null, 'other'],
  ['the domain of another instance', arnOf('c'), null, 'domain-j'],
  ['through a contact of another instance', arnOf('c'), arnOf('d').replace('/i/', '/j/'), 'domain'],
])('%s is refused before anything is asked', async (_, contactArn, through, domainId) => {
  const { may, connect } = accessTo({ c: { agentId: 'user-ann' } })
  expect(await may(ann, contactArn, through, domainId)).toBe('not_allowed')
  expect(await may({ ...ann, isSupervisor: true }, contactArn, null, through === null ? domainId : 'x')).toBe(
    'not_allowed',
  )
  expect(connect.asked).toEqual([])
})

test('the first contact of a transferred one is seen through the agent’s own, and only through that', async () => {
  const { may } = accessTo({
    first: { agentId: 'user-bob' },
    now: { at: { userId: 'user-ann', state: 'INCOMING' }, initialContactId: 'first' },
    other: { at: { userId: 'user-ann', state: 'CONNECTED' } },
    bobs: { agentId: 'user-bob', initialContactId: 'first' },
    waiting: {},
  })
  expect(await may(ann, arnOf('first'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('now'))).toBe('transferred')
  expect(await may(ann, arnOf('first'), arnOf('other'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('bobs'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('waiting'))).toBe('contact_not_yours')
  expect(await may(ann, arnOf('first'), arnOf('first'))).toBe('not_allowed')
  expect(await may(ann, arnOf('bobs'), arnOf('now'))).toBe('not_allowed')
})

test('a supervisor may see every contact of the instances, and nobody is asked', async () => {
  const { may, connect } = accessTo({})
  expect(await may({ ...ann, isSupervisor: true }, arnOf('c'))).toBe('supervisor')
  expect(connect.asked).toEqual([])
})

test('a verdict is kept for a minute, a refusal for two seconds; each is one agent’s', async () => {
  const { connect, clock, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'CONNECTED' } } })
  expect([await may(ann, arnOf('c')), await may(bob, arnOf('c'))]).toEqual(['own', 'contact_not_yours'])
  connect.contacts['c'] = { at: { userId: 'user-bob', state: 'CONNECTED' } }
  clock.now += 2_001
  expect([await may(ann, arnOf('c')), await may(bob, arnOf('c'))]).toEqual(['own', 'own'])
  clock.now += 58_000
  expect(await may(ann, arnOf('c'))).toBe('contact_not_yours')
})

test('five panels that ask at once are one question', async () => {
  const { connect, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'INCOMING' } } })
  await Promise.all(Array.from({ length: 5 }, () => may(ann, arnOf('c'))))
  expect(connect.asked).toEqual(['findUsers ann', 'contactsOf user-ann'])
})

test.each([
  ['throttled', 'throttled'],
  ['upstream_denied', 'upstream_denied'],
  ['upstream_unavailable', 'upstream_unavailable'],
] as const)(
  'while Amazon Connect is %s nobody sees anything, and the next question is asked anew',
  async (failure, code) => {
    const { connect, may } = accessTo({ c: { agentId: 'user-ann' } })
    connect.failure = failure
    expect(await may(ann, arnOf('c'))).toBe(code)
    connect.failure = null
    expect(await may(ann, arnOf('c'))).toBe('own')
  },
)

test('the domains of the settings may be read by every agent, others by nobody', () => {
  const { access } = accessTo({})
  expect(access.toDomain(ann, 'domain-j')).toEqual({ ok: true, value: null })
  expect(access.toDomain(ann, 'other')).toMatchObject({ problem: { code: 'not_allowed' } })
})
