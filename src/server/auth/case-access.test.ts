import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { createTestConnect, type KnownContact } from '../../../test/support/connect-directory.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { urgencyOf } from '../../contract/urgency.ts'
import type { Urgency } from '../quota/urgency.ts'
import { createCaseAccess } from './case-access.ts'
import { createConnectUsers } from './connect-users.ts'
import { createOwnership } from './ownership.ts'
import type { Agent } from './viewer.ts'

const instances = new Map([
  ['arn:aws:connect:us-east-1:111122223333:instance/i', 'domain'],
  ['arn:aws:connect:us-east-1:111122223333:instance/j', 'domain-j'],
])
const ann: Agent = { kind: 'agent', issuer: 'i', subject: 's-ann', user: 'ann', isSupervisor: false }
const patient = new AbortController().signal
const bob: Agent = { ...ann, subject: 's-bob', user: 'bob' }

function accessTo(contacts: Record<string, KnownContact>) {
  const connect = createTestConnect(contacts)
  const clock = { now: 1_000 }
  const deps = { connect: connect.gateway, now: () => clock.now, onAnswer: () => undefined, askThroughStore: null }
  const userIdOf = createConnectUsers({ ...deps, agentClaimIs: 'username' })
  const access = createCaseAccess({ ...deps, instances, ownership: createOwnership({ ...deps, userIdOf }) })
  const may = async (
    agent: Agent,
    contactArn: string,
    throughContactArn: string | null = null,
    domainId = 'domain',
    urgency: Urgency = urgencyOf.ringing,
  ) => {
    const asker = askerOf(patient, { urgency })
    const ground = await access.toContact(agent, { domainId, contactArn, throughContactArn }, asker)
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
    access.toContact(
      ann,
      { domainId: 'domain', contactArn: arnOf(contactId), throughContactArn: null },
      askerOf(patient),
    )
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

test('that a contact rings is kept for twenty seconds: who let it ring does not see the next agent’s', async () => {
  const { connect, clock, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'INCOMING' } } })
  expect(await may(ann, arnOf('c'))).toBe('own')
  connect.contacts['c'] = { at: { userId: 'user-bob', state: 'INCOMING' } }
  clock.now += 20_000
  expect(await may(ann, arnOf('c'))).toBe('own')
  clock.now += 1
  expect(await may(ann, arnOf('c'))).toBe('contact_not_yours')
})

test('a verdict is that of a name: another in the next token is asked about anew', async () => {
  const { may } = accessTo({ c: { agentId: 'user-ann' } })
  expect(await may(ann, arnOf('c'))).toBe('own')
  expect(await may({ ...ann, user: 'bob' }, arnOf('c'))).toBe('not_allowed')
})

test('who is in no group of supervisors any more is asked about like anyone', async () => {
  const { may } = accessTo({ c: { agentId: 'user-bob' } })
  expect(await may({ ...ann, isSupervisor: true }, arnOf('c'))).toBe('supervisor')
  expect(await may(ann, arnOf('c'))).toBe('not_allowed')
})

test('a contact that the service knows no more is asked about anew, with what is seen through it', async () => {
  const { connect, access, may } = accessTo({ c: { agentId: 'user-ann', initialContactId: 'first' } })
  const through = { domainId: 'domain', contactArn: arnOf('first'), throughContactArn: arnOf('c') }
  expect([await may(ann, arnOf('c')), await may(ann, arnOf('first'), arnOf('c'))]).toEqual(['own', 'transferred'])
  connect.contacts = {}
  expect([await may(ann, arnOf('c')), await may(ann, arnOf('first'), arnOf('c'))]).toEqual(['own', 'transferred'])
  access.contradicted(ann, through)
  expect([await may(ann, arnOf('c')), await may(ann, arnOf('first'), arnOf('c'))]).toEqual([
    'not_allowed',
    'not_allowed',
  ])
})

test('DescribeContact that does not know the agent’s own contact contradicts what is kept of it', async () => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann' } })
  expect(await may(ann, arnOf('c'))).toBe('own')
  connect.contacts = {}
  expect(await may(ann, arnOf('first'), arnOf('c'))).toBe('not_allowed')
  expect(await may(ann, arnOf('c'))).toBe('not_allowed')
})

test.each([
  ['is on screen', urgencyOf.shown, 'describeContact c'],
  ['rings', urgencyOf.ringing, 'contactsOf user-ann'],
  ['is loaded more of', urgencyOf.more, 'describeContact c'],
  ['is read again by itself', urgencyOf.refreshing, 'describeContact c'],
])('of an accepted contact that %s, one question is enough', async (_, urgency, question) => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann', at: { userId: 'user-ann', state: 'CONNECTED' } } })
  expect(await may(ann, arnOf('c'), null, 'domain', urgency)).toBe('own')
  expect(connect.asked).toEqual(['findUsers ann', question])
})

test('a contact on screen that still rings is the agent’s all the same', async () => {
  const { connect, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'INCOMING' } } })
  expect(await may(ann, arnOf('c'), null, 'domain', 1)).toBe('own')
  expect(connect.asked).toEqual(['findUsers ann', 'describeContact c', 'contactsOf user-ann'])
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
