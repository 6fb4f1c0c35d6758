import { expect, test } from 'vitest'
import { accessTo, ann, bob } from '../../../test/support/case-access.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { urgencyOf } from '../../contract/urgency.ts'
import { succeed } from '../result.ts'
import type { AskThroughStore } from '../shared-answers/ask-through-store.ts'

test('a verdict is kept for a minute, a refusal for two seconds; each is one agent’s', async () => {
  const { connect, clock, may } = accessTo({ c: { at: { userId: 'user-ann', state: 'CONNECTED' } } })
  expect([await may(ann, arnOf('c')), await may(bob, arnOf('c'))]).toEqual(['own', 'contact_not_yours'])
  connect.contacts['c'] = { at: { userId: 'user-bob', state: 'CONNECTED' } }
  clock.now += 2_001
  expect([await may(ann, arnOf('c')), await may(bob, arnOf('c'))]).toEqual(['own', 'own'])
  clock.now += 58_000
  expect(await may(ann, arnOf('c'))).toBe('contact_not_yours')
})

test.each([urgencyOf.ringing, urgencyOf.shown])(
  'who is a user only now, or whose contact comes to be only now, is refused for two seconds at most: urgency %i',
  async (urgency) => {
    const { connect, clock, may } = accessTo({ c: { agentId: 'user-carl' } })
    const carl = { ...ann, subject: 's-carl', user: 'carl' }
    const both = async () => [
      await may(carl, arnOf('c'), null, 'domain', urgency),
      await may(ann, arnOf('d'), null, 'domain', urgency),
    ]
    expect(await both()).toEqual(['not_allowed', 'not_allowed'])
    connect.users.push({ userId: 'user-carl', username: 'carl' })
    connect.contacts['d'] = { agentId: 'user-ann' }
    clock.now += 2_001
    expect(await both()).toEqual(['own', 'own'])
  },
)

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
  const { connect, clock, may } = accessTo({
    c: { agentId: 'user-ann' },
    d: { agentId: 'user-ann', initialContactId: 'f' },
  })
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
