import { expect, test } from 'vitest'
import { deskOfMessage } from './desk-of-message.ts'
import { desktopMessages } from './frame-protocol.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
const agentArn = `${instance}/agent/ada`
const arn = (contactId: string) => `${instance}/contact/${contactId}`

const read = (desk: object) => deskOfMessage(desktopMessages.desk.parse({ type: 'desk', ...desk }))

test.each([
  ['ids', { agentArn, contacts: [{ contactId: 'c-1', initialContactId: 'c-0' }] }],
  ['ARNs', { agentArn, contacts: [{ contactArn: arn('c-1'), initialContactArn: arn('c-0') }] }],
  ['ARNs without an agent', { contacts: [{ contactArn: arn('c-1'), initialContactArn: arn('c-0') }] }],
])('contacts are told by %s', (_, desk) => {
  expect(read(desk)).toMatchObject({
    desk: { contacts: [{ contactArn: arn('c-1'), contactId: 'c-1', initialContactArn: arn('c-0') }] },
  })
})

test('a list that holds an ARN is none', () => {
  expect(desktopMessages.desk.safeParse({ type: 'desk', agentArn: [agentArn], contacts: [] }).success).toBe(false)
  const contacts = [{ contactArn: [arn('c-1')] }]
  expect(desktopMessages.desk.safeParse({ type: 'desk', contacts }).success).toBe(false)
})

test('a contact that is its own initial contact was not transferred', () => {
  const contact = { contactId: 'c-1', initialContactId: 'c-1' }
  expect(read({ agentArn, contacts: [contact] })).toMatchObject({ desk: { contacts: [{ initialContactArn: null }] } })
})

test('a contact that is told twice is there once, as it was told last', () => {
  const contacts = [{ contactId: 'c-1' }, { contactId: 'c-2' }, { contactId: 'c-1', phase: 'paused' }]
  expect(read({ agentArn, contacts })).toMatchObject({
    desk: { contacts: [{ contactId: 'c-1', phase: 'paused' }, { contactId: 'c-2' }] },
  })
})

test('the viewed contact is one of the desk, or none is', () => {
  const contacts = [{ contactId: 'c-1' }]
  expect(read({ agentArn, contacts, viewedContactId: 'c-1' })).toMatchObject({ desk: { viewedContactId: 'c-1' } })
  expect(read({ agentArn, contacts, viewedContactId: 'c-2' })).toMatchObject({ desk: { viewedContactId: null } })
})

const elsewhere = arn('c-9').replace('i-1', 'i-2')

test.each([
  ['a contact without an id', { agentArn, contacts: [{}] }, /must have a contactArn/],
  ['an initial id without an agent', { contacts: [{ contactArn: arn('c-1'), initialContactId: 'c-0' }] }, /initialC/],
  ['two ids of one contact', { agentArn, contacts: [{ contactArn: arn('c-1'), contactId: 'c-2' }] }, /different con/],
  ['a contact of another instance', { agentArn, contacts: [{ contactArn: elsewhere }] }, /different instances/],
  ['contacts of two instances', { contacts: [{ contactArn: elsewhere }, { contactArn: arn('c-1') }] }, /different ins/],
  [
    'an initial contact of another instance',
    { agentArn, contacts: [{ contactId: 'c-1', initialContactArn: elsewhere }] },
    /different instances/,
  ],
])('%s make no desk', (_, desk, why) => {
  expect(read(desk)).toEqual({ desk: null, why: expect.stringMatching(why) })
})
