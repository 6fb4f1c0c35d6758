import { expect, test } from 'vitest'
import { accessTo, ann, bob } from '../../../test/support/case-access.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { urgencyOf } from '../../contract/urgency.ts'

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

test.each([
  ['whose user an agent is', 'ann', urgencyOf.shown],
  ['what is at an agent', 'user-ann', urgencyOf.ringing],
  ['who accepted a contact', 'c', urgencyOf.shown],
])('while Amazon Connect does not say %s, nobody sees it', async (_, one, urgency) => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann' } })
  connect.spoilers[one] = 'upstream_failed'
  expect(await may(ann, arnOf('c'), null, 'domain', urgency)).toBe('upstream_failed')
})

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
