import { expect, test } from 'vitest'
import { parseAgentArn } from '../contact-arn.ts'
import type { ContactFacts } from './agent-facts.ts'
import { toDeskContact } from './desk-contact.ts'

const instance = 'arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/i-1'

function deskContact(facts: Partial<ContactFacts> = {}) {
  const agentArn = parseAgentArn(`${instance}/agent/ada`)
  if (agentArn === null) throw new Error('an agent ARN')
  const state = { type: 'connected', timestamp: 1_000 }
  const chat = { contactId: 'c-1', initialContactId: 'c-1', type: 'chat', state, queue: null }
  return toDeskContact(agentArn, { ...chat, ...facts })
}

test('a contact of the desk has its ARN, channel, queue and phase', () => {
  expect(deskContact({ queue: { name: 'Billing' } })).toEqual({
    contactArn: `${instance}/contact/c-1`,
    contactId: 'c-1',
    initialContactArn: null,
    channel: 'chat',
    queueName: 'Billing',
    phase: 'connected',
    phaseSince: 1_000,
  })
})

test('a transferred contact has the ARN of the contact it began as', () => {
  expect(deskContact({ initialContactId: 'c-0' })?.initialContactArn).toBe(`${instance}/contact/c-0`)
})

test.each([['c-1'], [''], [null], [undefined], ['not an id']])(
  'a contact whose initial contact is %j was not transferred',
  (initialContactId) => {
    expect(deskContact({ initialContactId })?.initialContactArn).toBeNull()
  },
)

test.each(['', 'two words', 'a/b', 'x'.repeat(257)])('a contact whose id is %j is none', (contactId) => {
  expect(deskContact({ contactId })).toBeNull()
})

test.each([
  ['voice', 'voice'],
  ['queue_callback', 'voice'],
  ['chat', 'chat'],
  ['task', 'task'],
  ['email', 'email'],
  ['hologram', 'task'],
])('a contact of type %s is a %s', (type, channel) => {
  expect(deskContact({ type })?.channel).toBe(channel)
})

test.each([
  ['init', 'incoming'],
  ['incoming', 'incoming'],
  ['pending', 'incoming'],
  ['connecting', 'connecting'],
  ['connected', 'connected'],
  ['paused', 'paused'],
  ['missed', 'missed'],
  ['rejected', 'missed'],
  ['ended', 'afterCallWork'],
  ['error', 'ended'],
  ['levitating', 'connected'],
])('a contact in state %s is %s', (type, phase) => {
  expect(deskContact({ state: { type, timestamp: null } })?.phase).toBe(phase)
})

test.each([[null], [undefined], [{ name: null }], [{ name: '' }], [{}]])('the queue %j has no name', (queue) => {
  expect(deskContact({ queue })?.queueName).toBeNull()
})
