import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeskState } from '../contact-source.ts'
import { createFakeWindow } from './testing/fake-window.ts'
import { agentArn, contactArn, instance, openSource } from './testing/opened-source.ts'

test.each([
  'https://evil.example',
  'https://desk.example.evil.example',
  'http://desk.example',
  'https://desk.example:8443',
  'null',
])('a message from %s is not heard', (origin) => {
  const { say, told, contactIds, logged } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] }, origin)
  say({ type: 'desk', version: 2 }, origin)
  expect(contactIds()).toBe('connecting')
  expect(told()).toHaveLength(1)
  expect(logged).toEqual([])
})

test.each([
  ['a version that is not known', { version: 2, type: 'desk' }, 'version: only 1 of the protocol is known here'],
  ['no type', {}, 'type: must be a text'],
  ['no contacts', { type: 'desk' }, 'desk.contacts: must be a list'],
  [
    'a channel that is none',
    { type: 'desk', contacts: [{ contactArn, channel: 'fax' }] },
    'desk.contacts.0.channel: must be one of voice, chat, task, email',
  ],
  [
    'an ARN of something else',
    { type: 'desk', contacts: [{ contactArn: agentArn }] },
    'desk.contacts.0.contactArn: must be the ARN of a contact',
  ],
  [
    'an id without an agent',
    { type: 'desk', contacts: [{ contactArn }, { contactId: 'c-2' }] },
    'desk.contacts.1: must have a contactArn, or a contactId in a desk with an agentArn',
  ],
  ['a contact that is an id', { type: 'desk', contacts: ['c-1'] }, 'desk.contacts.0: must be an object'],
  [
    'a contact for an agent',
    { type: 'desk', agentArn: contactArn, contacts: [] },
    'desk.agentArn: must be the ARN of an agent',
  ],
  [
    'an id that is none',
    { type: 'desk', agentArn, contacts: [{ contactId: 'a b' }] },
    'desk.contacts.0.contactId: must be the id of a contact',
  ],
  [
    'a time in words',
    { type: 'desk', contacts: [{ contactArn, phaseSince: 'today' }] },
    'desk.contacts.0.phaseSince: must be milliseconds since 1970',
  ],
  [
    'a queue without a name',
    { type: 'desk', contacts: [{ contactArn, queueName: 7 }] },
    'desk.contacts.0.queueName: must be a text',
  ],
  ['a yes in words', { type: 'settings', opensCases: 'yes' }, 'settings.opensCases: must be true or false'],
  ['a theme that is none', { type: 'settings', theme: 'pink' }, 'settings.theme: must be one of light, dark, system'],
])('a message with %s changes nothing, is answered, and logged once', (_, message, why) => {
  const { say, told, logged, contactIds } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] })
  say(message)
  expect(logged).toHaveLength(1)
  say(message)
  expect(contactIds()).toEqual(['c-1'])
  const answer = { protocol: 'contact-cases', version: 1, type: 'error', message: why, versions: [1] }
  expect(told().slice(1)).toEqual([
    { origin: 'https://desk.example', message: answer },
    { origin: 'https://desk.example', message: answer },
  ])
  expect(logged).toEqual([`A message of the desktop was refused. ${why}.`])
})

test('messages of others, of types that are not known here, and members that are not, are ignored', () => {
  const around = createFakeWindow()
  const { say, told, logged, contactIds } = openSource(around)
  around.say('hello')
  around.say({ type: 'desk', contacts: [{ contactArn }] })
  say({ type: 'constructor' })
  say({ type: 'weather', sun: true })
  expect(contactIds()).toBe('connecting')
  say({ type: 'desk', contacts: [{ contactArn, sentiment: 0.3 }], mood: 'good' })
  expect(contactIds()).toEqual(['c-1'])
  expect(told()).toHaveLength(1)
  expect(logged).toEqual([])
})

const word = fc.constantFrom('desk', 'settings', 'deskProblem', 'connecting', 'bye', 'weather')
const oddContact = fc.oneof(
  fc.anything(),
  fc.record(
    {
      contactArn: fc.oneof(fc.constant(contactArn), fc.string()),
      contactId: fc.oneof(fc.constant('c-1'), fc.anything()),
      initialContactArn: fc.oneof(fc.constant(`${instance.replace('i-1', 'i-2')}/contact/c-0`), fc.anything()),
      channel: fc.oneof(fc.constant('chat'), fc.anything()),
      phase: fc.oneof(fc.constant('paused'), fc.anything()),
    },
    { requiredKeys: [] },
  ),
)
const oddMessage = fc.record(
  {
    protocol: fc.constant('contact-cases'),
    version: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.anything()),
    type: fc.oneof({ weight: 4, arbitrary: word }, fc.anything()),
    agentArn: fc.oneof(fc.constant(agentArn), fc.anything()),
    contacts: fc.oneof(fc.array(oddContact), fc.anything()),
    viewedContactId: fc.anything(),
    code: fc.anything(),
    detail: fc.anything(),
    theme: fc.anything(),
    locale: fc.anything(),
    opensCases: fc.anything(),
  },
  { requiredKeys: ['protocol', 'version'] },
)

test('whatever the desktop sends, nothing throws, and the desk holds together', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.anything(), oddMessage), { maxLength: 8 }), (messages) => {
      const around = createFakeWindow()
      const { source } = openSource(around)
      for (const message of messages) around.say(message)
      holdsTogether(source.getSnapshot())
    }),
    { numRuns: 300 },
  )
})

/** Each contact is there once, under its own ARN, and the viewed one is one of them. */
function holdsTogether(state: DeskState): void {
  const { contacts, viewedContactId } = state.status === 'ready' ? state : { contacts: [], viewedContactId: null }
  const ids = contacts.map(({ contactId }) => contactId)
  expect(contacts.map((contact) => contact.contactArn.split('/contact/')[1])).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids, null]).toContain(viewedContactId)
}
