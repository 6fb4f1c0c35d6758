import { expect, test } from 'vitest'
import { parseAgentArn } from '../contact-arn.ts'
import { toDeskContact } from './desk-contact.ts'
import { deskStateOf, newSoftphone, reduceSoftphone, type SoftphoneEvent } from './softphone.ts'

/** The softphone names its agent and the contacts on the desk. */
function agent(login: string, ...contactIds: string[]): SoftphoneEvent {
  const agentArn = parseAgentArn(`arn:aws:connect:us-east-1:111122223333:instance/i-1/agent/${login}`)
  if (agentArn === null) throw new Error('an agent ARN')
  const contacts = contactIds.flatMap(
    (contactId) =>
      toDeskContact(agentArn, { contactId, type: 'chat', state: { type: 'connected', timestamp: null } }) ?? [],
  )
  return { type: 'agent', desk: { agentArn, contacts } }
}

const view = (contactId: string): SoftphoneEvent => ({ type: 'view', contactId })
const greeting: SoftphoneEvent = { type: 'acknowledge', isGreeting: true }
const keepalive: SoftphoneEvent = { type: 'acknowledge', isGreeting: false }

/** What the page sees after these events, in a few words. */
function seen(...events: SoftphoneEvent[]) {
  const state = deskStateOf(events.reduce(reduceSoftphone, newSoftphone))
  if (state.status === 'failed') return state.problem.code
  if (state.status === 'connecting') return 'connecting'
  const contactIds = state.contacts.map((contact) => contact.contactId)
  return { agent: state.agentArn.split('/').at(-1), contactIds, viewed: state.viewedContactId }
}

test('until the softphone names its agent the page is connecting', () => {
  expect(seen(greeting, keepalive)).toBe('connecting')
})

test('contacts keep the order they came in, whatever order the softphone lists them in', () => {
  expect(seen(agent('ada', 'c-1', 'c-2'), agent('ada', 'c-3', 'c-2', 'c-1'))).toMatchObject({
    contactIds: ['c-1', 'c-2', 'c-3'],
  })
})

test('a view of a contact that is not on the desk is the view of none', () => {
  expect(seen(agent('ada', 'c-1'), view('c-9'))).toMatchObject({ viewed: null })
})

test('a view that comes before its contact waits for it', () => {
  expect(seen(view('c-1'), agent('ada'), agent('ada', 'c-1'))).toMatchObject({ viewed: 'c-1' })
})

test('a contact that is listed twice is on the desk once', () => {
  expect(seen(agent('ada', 'c-1', 'c-2', 'c-1'))).toMatchObject({ contactIds: ['c-1', 'c-2'] })
})

test('a contact that the softphone no longer lists is gone', () => {
  expect(seen(agent('ada', 'c-1', 'c-2'), agent('ada', 'c-2'))).toMatchObject({ contactIds: ['c-2'] })
})

test('the viewed contact is the one the softphone named last', () => {
  expect(seen(agent('ada', 'c-1', 'c-2'), view('c-1'), view('c-2'))).toMatchObject({ viewed: 'c-2' })
})

test('no contact is viewed until the softphone names one', () => {
  expect(seen(agent('ada', 'c-1'))).toMatchObject({ viewed: null })
})

test('no contact is viewed once the softphone says ""', () => {
  expect(seen(agent('ada', 'c-1'), view('c-1'), view(''))).toMatchObject({ viewed: null })
})

test('a contact may be viewed before the softphone lists it', () => {
  expect(seen(agent('ada'), view('c-1'))).toMatchObject({ viewed: null })
  expect(seen(agent('ada'), view('c-1'), agent('ada', 'c-1'))).toMatchObject({ viewed: 'c-1' })
  expect(seen(view('c-1'), agent('ada', 'c-1'))).toMatchObject({ viewed: 'c-1' })
})

test('a viewed contact that leaves is not viewed when it rings again', () => {
  expect(seen(agent('ada', 'c-1'), view('c-1'), agent('ada'))).toMatchObject({ viewed: null })
  expect(seen(agent('ada', 'c-1'), view('c-1'), agent('ada'), agent('ada', 'c-1'))).toMatchObject({ viewed: null })
})

test('another agent has nothing of the one before, not even what both have on the desk', () => {
  expect(seen(agent('ada', 'c-1', 'c-2'), view('c-2'), agent('bob', 'c-2'))).toEqual({
    agent: 'bob',
    contactIds: ['c-2'],
    viewed: null,
  })
})

test.each([
  ['terminated', 'signed_out'],
  ['auth_fail', 'signed_out'],
  ['access_denied', 'access_denied'],
] as const)('after %s the page says %s, and forgets the contacts', (type, code) => {
  expect(seen(agent('ada', 'c-1'), view('c-1'), { type })).toBe(code)
  expect(seen(agent('ada', 'c-1'), view('c-1'), { type }, greeting, agent('ada', 'c-1'))).toMatchObject({
    viewed: null,
  })
})

test('signed out lasts while the softphone only keeps the line open', () => {
  expect(seen(agent('ada'), { type: 'auth_fail' }, keepalive, keepalive)).toBe('signed_out')
})

test('after signing out, what is still under way from the old session is not believed', () => {
  const late = agent('ada', 'c-1')
  expect(seen(agent('ada', 'c-1'), { type: 'terminated' }, late)).toBe('signed_out')
  expect(seen(agent('ada', 'c-1'), { type: 'terminated' }, { type: 'auth_fail' }, late)).toBe('signed_out')
  expect(seen(agent('ada', 'c-1'), { type: 'terminated' }, keepalive, late)).toBe('signed_out')
  expect(seen(agent('ada', 'c-1'), { type: 'terminated' }, greeting, agent('bob'))).toMatchObject({ agent: 'bob' })
})

test('a session that the softphone renews by itself is believed at once', () => {
  expect(seen(agent('ada'), { type: 'auth_fail' }, agent('ada', 'c-1'))).toMatchObject({ contactIds: ['c-1'] })
})

test('a softphone that does not answer in time is told; a late answer mends it', () => {
  expect(seen({ type: 'no_answer', detail: '' })).toBe('no_answer')
  expect(seen({ type: 'no_answer', detail: '' }, greeting, agent('ada'))).toMatchObject({ agent: 'ada' })
})

test('the time to answer is up for nobody who answered, or failed otherwise', () => {
  expect(seen(agent('ada'), { type: 'no_answer', detail: '' })).toMatchObject({ agent: 'ada' })
  expect(seen({ type: 'access_denied' }, { type: 'no_answer', detail: '' })).toBe('access_denied')
})

test.each([
  ['acknowledge', keepalive],
  ['state', agent('ada', 'c-1')],
])('a softphone that fell silent is told; the next %s mends it', (_, sign) => {
  expect(seen(agent('ada', 'c-1'), view('c-1'), { type: 'silence' })).toBe('stopped_answering')
  expect(seen(agent('ada', 'c-1'), view('c-1'), { type: 'silence' }, sign)).toMatchObject({
    contactIds: ['c-1'],
    viewed: 'c-1',
  })
})

test('silence after signing out is no news', () => {
  expect(seen(agent('ada'), { type: 'terminated' }, { type: 'silence' }, keepalive)).toBe('signed_out')
})
