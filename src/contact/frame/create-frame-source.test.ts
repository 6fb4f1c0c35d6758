import { expect, test } from 'vitest'
import { createFakeWindow } from './testing/fake-window.ts'
import { agentArn, contactArn, openSource } from './testing/opened-source.ts'

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
