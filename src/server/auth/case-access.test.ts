import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { createTestConnect, type KnownContact } from '../../../test/support/connect-directory.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { urgencyOf } from '../../contract/urgency.ts'
import type { Urgency } from '../quota/urgency.ts'
import { fail, succeed } from '../result.ts'
import type { OnAnswer } from '../shared-answers/answer-source.ts'
import type { AskThroughStore } from '../shared-answers/ask-through-store.ts'
import { createCaseAccess, openAccess } from './case-access.ts'
import { createConnectUsers } from './connect-users.ts'
import { createOwnership } from './ownership.ts'
import { type Agent, anyone } from './viewer.ts'

const instances = new Map([
  ['arn:aws:connect:us-east-1:111122223333:instance/i', 'domain'],
  ['arn:aws:connect:us-east-1:111122223333:instance/j', 'domain-j'],
])
const ann: Agent = { kind: 'agent', issuer: 'i', subject: 's-ann', user: 'ann', isSupervisor: false }
const patient = new AbortController().signal
const bob: Agent = { ...ann, subject: 's-bob', user: 'bob' }

const refusedFor = (reason: string) =>
  fail({ code: 'not_allowed', detail: 'The agent may not see the cases of this contact or domain.', reason })

function accessTo(contacts: Record<string, KnownContact>, askThroughStore: AskThroughStore | null = null) {
  const connect = createTestConnect(contacts)
  const clock = { now: 1_000 }
  const answered: string[] = []
  const onAnswer: OnAnswer = (question, source) => answered.push(`${question} ${source}`)
  const deps = { connect: connect.gateway, now: () => clock.now, onAnswer, askThroughStore }
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
  return { connect, clock, access, may, answered }
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

test('that a contact was transferred is kept for a minute, that it was not for two seconds', async () => {
  const { connect, clock, may } = accessTo({ c: { agentId: 'user-ann' }, d: { agentId: 'user-ann', initialContactId: 'f' } })
  const both = async () => [await may(ann, arnOf('f'), arnOf('c')), await may(ann, arnOf('f'), arnOf('d'))]
  expect(await both()).toEqual(['not_allowed', 'transferred'])
  connect.contacts = { c: { agentId: 'user-ann', initialContactId: 'f' }, d: { agentId: 'user-ann' } }
  clock.now += 2_000
  expect(await both()).toEqual(['not_allowed', 'transferred'])
  clock.now += 1
  expect(await both()).toEqual(['transferred', 'transferred'])
  clock.now += 58_000
  expect(await both()).toEqual(['transferred', 'not_allowed'])
})

test('while the first contact cannot be learned, nobody sees it', async () => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann', initialContactId: 'first' } })
  expect(await may(ann, arnOf('c'))).toBe('own')
  connect.failure = 'throttled'
  expect(await may(ann, arnOf('first'), arnOf('c'))).toBe('throttled')
})

test('metrics hear what was asked, and where each answer came from', async () => {
  const { may, answered } = accessTo({ c: { agentId: 'user-ann', initialContactId: 'first' } })
  for (const _ of ['once', 'again']) await may(ann, arnOf('first'), arnOf('c'))
  expect(answered).toEqual([
    ...['verdict asked', 'user asked', 'initial_contact asked'],
    ...['verdict kept', 'initial_contact kept'],
  ])
})

const learned: Readonly<Record<string, unknown>> = {
  verdict: 'own',
  user: { userId: 'user-ann' },
  initial_contact: { contactId: 'first' },
}

/** A store in which another instance left these answers, by the question's name. */
function storeOf(left: Readonly<Record<string, unknown>>): AskThroughStore {
  return async ({ key, form }, all, ask) => {
    const found = form.safeParse(left[JSON.parse(key)[0]])
    return found.success ? succeed(found.data) : ask(all)
  }
}

test('what another instance learned of an agent and their contacts is not asked again', async () => {
  const { may, connect } = accessTo({}, storeOf(learned))
  expect(await may(ann, arnOf('first'), arnOf('c'))).toBe('transferred')
  expect(connect.asked).toEqual([])
})

test.each([
  ['verdict', ['findUsers ann', 'contactsOf user-ann', 'describeContact c']],
  ['initial_contact', ['describeContact c']],
])('what a store holds as %s in a form that is not ours says nothing: it is asked', async (question, asked) => {
  const { may, connect } = accessTo({ c: {} }, storeOf({ ...learned, user: {}, [question]: {} }))
  expect(await may(ann, arnOf('first'), arnOf('c'))).not.toBe('transferred')
  expect(connect.asked).toEqual(asked)
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

test('agents who are asked about in one call get what is theirs, and nothing of the other’s', async () => {
  const { connect, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'CONNECTED' } } })
  expect(await Promise.all([may(ann, arnOf('c')), may(bob, arnOf('c')), may(ann, arnOf('d'))])).toEqual([
    'own',
    'contact_not_yours',
    'not_allowed',
  ])
  expect(connect.asked).toContain('contactsOf user-ann user-bob')
})

test.each(['not_found', 'invalid_request'] as const)(
  'a user who was deleted since, of whom Amazon Connect says %s, spoils nothing for the others',
  async (code) => {
    const { connect, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'CONNECTED' } } })
    connect.spoilers['user-bob'] = code
    expect(await Promise.all([may(ann, arnOf('c')), may(bob, arnOf('c'))])).toEqual(['own', 'contact_not_yours'])
  },
)

test('a contact whose id the service calls none is nobody’s', async () => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann' } })
  connect.spoilers['c'] = 'invalid_request'
  expect(await may(ann, arnOf('c'))).toBe('not_allowed')
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
  expect(access.toDomain(ann, 'domain-j')).toEqual(succeed(null))
  expect(access.toDomain(ann, 'other')).toEqual(refusedFor('a domain that INSTANCES does not name'))
})

test('where agents sign in, who has not may read nothing', async () => {
  const { access, connect } = accessTo({ c: { agentId: 'user-ann' } })
  const question = { domainId: 'domain', contactArn: arnOf('c'), throughContactArn: null }
  expect(access.toDomain(anyone, 'domain')).toEqual(refusedFor('nobody signed in'))
  expect(await access.toContact(anyone, question, askerOf(patient))).toEqual(refusedFor('nobody signed in'))
  expect(connect.asked).toEqual([])
})

test('where nobody signs in, whoever reaches the server may read all, and the audit is told why', async () => {
  const question = { domainId: 'any', contactArn: arnOf('c'), throughContactArn: null }
  expect(openAccess.toDomain(anyone, 'any')).toEqual(succeed(null))
  expect(await openAccess.toContact(anyone, question, askerOf(patient))).toEqual(succeed('no_sign_in'))
})

test.each([
  ['a colleague’s', arnOf('bobs'), null, 'another agent’s contact, or none'],
  ['one that is not there', arnOf('nowhere'), null, 'another agent’s contact, or none'],
  ['one of another domain', arnOf('c', 'j'), null, 'an instance, or its domain, that INSTANCES does not name'],
  ['one through another instance’s', arnOf('bobs'), arnOf('c', 'j'), 'a contact of another instance'],
  ['one through a later one of another', arnOf('bobs'), arnOf('c'), 'not the initial contact of that one'],
])('the log says why a contact is refused, and the agent is told the same of each: %s', async (...question) => {
  const [, contactArn, throughContactArn, reason] = question
  const { access } = accessTo({ c: { agentId: 'user-ann' }, bobs: { agentId: 'user-bob' } })
  const answer = await access.toContact(ann, { domainId: 'domain', contactArn, throughContactArn }, askerOf(patient))
  expect(answer).toEqual(refusedFor(reason))
})

test('who asks for a contact that waits for an agent is told to ask again', async () => {
  const { access } = accessTo({ c: {} })
  const question = { domainId: 'domain', contactArn: arnOf('c'), throughContactArn: null }
  expect(await access.toContact(ann, question, askerOf(patient))).toEqual(
    fail({ code: 'contact_not_yours', detail: 'The contact is not with the agent yet. Ask again once it is.' }),
  )
})
