import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeskState } from '../contact-source.ts'
import { createFrameSource, type FrameSourceOptions } from './create-frame-source.ts'
import { createFakeWindow, type FakeWindow } from './testing/fake-window.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
const agentArn = `${instance}/agent/ada`
const contactArn = `${instance}/contact/c-1`

function openSource(around: FakeWindow | null = createFakeWindow(), options: Partial<FrameSourceOptions> = {}) {
  const logged: string[] = []
  const timeouts: { callback: () => void; ms: number }[] = []
  const source = createFrameSource({
    embedders: ['https://desk.example', 'https://crm.example'],
    around,
    timers: { setTimeout: (callback, ms) => timeouts.push({ callback, ms }) },
    log: (message) => void logged.push(message),
    ...options,
  })
  return {
    source,
    logged,
    say: (message: object, origin?: string) =>
      around?.say({ protocol: 'contact-cases', version: 1, ...message }, origin),
    /** Lets the timers of this length fire that are set now. */
    pass(ms: number) {
      const due = timeouts.filter((timeout) => timeout.ms === ms)
      for (const timeout of due) timeouts.splice(timeouts.indexOf(timeout), 1)
      for (const { callback } of due) callback()
    },
    told: () => around?.told ?? [],
    contactIds() {
      const state = source.getSnapshot()
      return state.status === 'ready' ? state.contacts.map((contact) => contact.contactId) : state.status
    },
  }
}

test('a desktop that says only which contact it has is shown that contact', () => {
  const { source, say } = openSource()
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  say({ type: 'desk', agentArn, contacts: [{ contactId: 'c-1', channel: 'chat' }] })
  expect(source.getSnapshot()).toEqual({
    status: 'ready',
    agentArn,
    viewedContactId: null,
    contacts: [
      {
        contactArn,
        contactId: 'c-1',
        initialContactArn: null,
        channel: 'chat',
        phase: null,
        phaseSince: null,
        queueName: null,
      },
    ],
  })
})

test('the panel greets the page around it alone, each second until that says what is on its desk', () => {
  const { say, pass, told } = openSource()
  pass(1_000)
  const ready = {
    origin: 'https://desk.example',
    message: { protocol: 'contact-cases', version: 1, type: 'ready', versions: [1] },
  }
  expect(told()).toEqual([ready, ready])
  say({ type: 'desk', contacts: [] })
  pass(1_000)
  expect(told()).toHaveLength(2)
})

test('a desktop that only says how the panel is to look is greeted on', () => {
  const { say, pass, told } = openSource()
  say({ type: 'settings', theme: 'dark' })
  pass(1_000)
  expect(told()).toHaveLength(2)
})

test('where the browser does not say who frames the page, each embedder is greeted: only one can hear it', () => {
  const { source, told, pass } = openSource(createFakeWindow(null))
  expect(told().map(({ origin }) => origin)).toEqual(['https://desk.example', 'https://crm.example'])
  pass(5_000)
  const detail = expect.stringContaining('Nothing at https://desk.example or https://crm.example answers.')
  expect(source.getSnapshot()).toMatchObject({ problem: { code: 'no_desktop', detail } })
})

test('a page that is not framed says so at once', () => {
  const { source } = openSource(null)
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'unsupported_host', detail: expect.stringContaining('not in a frame') },
  })
})

test('a page that a stranger frames says so at once, and tells the stranger nothing', () => {
  const { source, say, told } = openSource(createFakeWindow('https://evil.example'))
  say({ type: 'desk', contacts: [{ contactArn }] })
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'unsupported_host', detail: expect.stringContaining('https://evil.example') },
  })
  expect(told()).toEqual([])
})

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

test('a desktop that does not answer is a problem within 6 seconds, and its late answer mends it', () => {
  const { source, say, pass, contactIds } = openSource()
  pass(5_000)
  expect(source.getSnapshot()).toMatchObject({ problem: { code: 'no_desktop' } })
  say({ type: 'settings', theme: 'dark' })
  expect(contactIds()).toBe('failed')
  say({ type: 'desk', contacts: [] })
  expect(contactIds()).toEqual([])
})

test('a desktop that answered in time is no problem later', () => {
  const { say, pass, contactIds } = openSource()
  say({ type: 'desk', contacts: [] })
  pass(5_000)
  expect(contactIds()).toEqual([])
})

test('a desktop that goes away empties the panel, which greets the next', () => {
  const { source, say, pass, told, contactIds } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] })
  say({ type: 'bye' })
  expect(contactIds()).toBe('connecting')
  expect(told()).toHaveLength(2)
  pass(5_000)
  expect(source.getSnapshot()).toMatchObject({ problem: { code: 'no_desktop' } })
  say({ type: 'desk', contacts: [{ contactArn }] })
  expect(contactIds()).toEqual(['c-1'])
})

test.each(['signed_out', 'access_denied', 'a code of a later build'])('the problem %s empties the panel', (code) => {
  const { source, say } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] })
  say({ type: 'deskProblem', code })
  expect(source.getSnapshot()).toMatchObject({ status: 'failed' })
})

test('a problem that is not known here is told as an unsupported host, with a detail of its own', () => {
  const { source, say } = openSource()
  say({ type: 'deskProblem', code: 'a code of a later build' })
  expect(source.getSnapshot()).toEqual({
    status: 'failed',
    problem: { code: 'unsupported_host', detail: 'The desktop does not say more.' },
  })
})

test('a contact of which no more than the ARN is known is a task', () => {
  const { source, say } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] })
  expect(source.getSnapshot()).toMatchObject({ contacts: [{ channel: 'task', phase: null, queueName: null }] })
})

test('looks and who opens cases are told at any time; what is left out stays', () => {
  const { source, say } = openSource()
  expect([source.appearance.getSnapshot(), source.opensCases.getSnapshot()]).toEqual([
    { locale: null, theme: 'system' },
    false,
  ])
  say({ type: 'settings', theme: 'dark', opensCases: true })
  say({ type: 'settings', locale: 'de' })
  expect([source.appearance.getSnapshot(), source.opensCases.getSnapshot()]).toEqual([
    { locale: 'de', theme: 'dark' },
    true,
  ])
})

test('the desk keeps its identity while nothing changes on it', () => {
  const { source, say } = openSource()
  say({ type: 'desk', contacts: [{ contactArn }] })
  const before = source.getSnapshot()
  say({ type: 'desk', contacts: [{ contactArn }] })
  say({ type: 'settings', theme: 'dark' })
  expect(source.getSnapshot()).toBe(before)
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

test('what the panel says reaches the desktop once it has spoken, and nobody before', () => {
  const { source, say, told } = openSource()
  source.tell({ type: 'openCase', caseId: 'case-0' })
  say({ type: 'desk', contacts: [] }, 'https://desk.example')
  source.tell({ type: 'openCase', caseId: 'case-1' })
  expect(told().slice(1)).toEqual([
    {
      origin: 'https://desk.example',
      message: { protocol: 'contact-cases', version: 1, type: 'openCase', caseId: 'case-1' },
    },
  ])
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
