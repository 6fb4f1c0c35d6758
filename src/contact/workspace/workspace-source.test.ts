import { expect, test, vi } from 'vitest'
import { startApp } from './start-app.ts'
import { createFakeWorkspace, silent } from './testing/fake-workspace.ts'
import { openFor, openSource } from './testing/opened-source.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'

test('the contact that the app is opened for is the one on the desk', async () => {
  const { state } = await openFor('c-1')
  expect(state()).toEqual({
    status: 'ready',
    agentArn: `${instance}/agent/ada`,
    viewedContactId: 'c-1',
    contacts: [
      {
        contactArn: `${instance}/contact/c-1`,
        contactId: 'c-1',
        initialContactArn: null,
        channel: 'chat',
        queueName: 'Billing',
        phase: null,
        phaseSince: 940_000,
      },
    ],
  })
})

test('opened for no contact, the app asks about none', async () => {
  const { state, workspace } = await openFor(null)
  expect(state()).toMatchObject({ status: 'ready', contacts: [], viewedContactId: null })
  expect(workspace.asked.filter((request) => /contact|queue|channel|duration/i.test(request))).toEqual([])
})

test('a transferred contact is told with the one it was transferred from', async () => {
  const { state } = await openFor('c-2', createFakeWorkspace({ getInitialContactId: 'c-1' }))
  expect(state()).toMatchObject({ contacts: [{ contactId: 'c-2', initialContactArn: `${instance}/contact/c-1` }] })
})

test.each([
  ['says that there is none', { refused: { errorKey: 'noResult', reason: 'No Result Found' } }],
  ['does not know the request', { refused: { errorKey: 'handlerNotFound', reason: 'No handler for command' } }],
  ['answers with something odd', { odd: true }],
])('a workspace that %s has the contact all the same', async (_, answer) => {
  const answers = { getInitialContactId: answer, getChannelType: answer, getQueue: answer, getStateDuration: answer }
  const { state } = await openFor('c-1', createFakeWorkspace(answers))
  const contact = { initialContactArn: null, channel: 'task', queueName: null, phase: null, phaseSince: null }
  expect(state()).toMatchObject({ status: 'ready', contacts: [contact] })
})

test('nobody waits long for the name of the queue', async () => {
  const { state } = await openFor('c-1', createFakeWorkspace({ getQueue: silent }))
  await vi.advanceTimersByTimeAsync(1000)
  expect(state()).toMatchObject({ status: 'ready', contacts: [{ queueName: null }] })
})

test.each([
  ['connected', 'connected'],
  ['missed', 'missed'],
  ['acw', 'afterCallWork'],
])('what is %s is in the phase %s from then on', async (key, phase) => {
  const { state, workspace } = await openFor('c-1')
  workspace.emit(key, { contactId: 'c-1' })
  expect(state()).toMatchObject({ contacts: [{ phase, phaseSince: 1_000_000 }] })
})

test('what happens before the facts are there is not lost', async () => {
  const { state, workspace, settle } = await openSource()
  workspace.create('c-1')
  workspace.emit('connected', { contactId: 'c-1' })
  await settle()
  expect(state()).toMatchObject({ contacts: [{ phase: 'connected' }] })
})

test('what happens to another contact before the facts are there is not this one’s', async () => {
  const { state, workspace, settle } = await openSource()
  workspace.create('c-1')
  workspace.emit('connected', { contactId: 'c-2' })
  await settle()
  expect(state()).toMatchObject({ contacts: [{ contactId: 'c-1', phase: null, phaseSince: 940_000 }] })
})

test('that another contact was cleared before the facts are there keeps nothing of this one away', async () => {
  const { state, workspace, settle } = await openSource()
  workspace.create('c-1')
  workspace.emit('cleared', { contactId: 'c-2' })
  workspace.emit('connected', { contactId: 'c-1' })
  await settle()
  expect(state()).toMatchObject({ contacts: [{ contactId: 'c-1', phase: 'connected' }] })
})

test('what another contact does takes nothing from what was heard of this one', async () => {
  const { state, workspace } = await openFor('c-1')
  workspace.emit('missed', { contactId: 'c-1' })
  workspace.emit('connected', { contactId: 'c-2' })
  expect(state()).toMatchObject({ contacts: [{ contactId: 'c-1', phase: 'missed' }] })
})

test('events of another contact, and events that are none, change nothing', async () => {
  const { state, workspace } = await openFor('c-1')
  const before = state()
  workspace.emit('connected', { contactId: 'c-2' })
  workspace.emit('cleared', { contactId: 'c-2' })
  workspace.emit('connected', {})
  expect(state()).toBe(before)
})

test('a contact that was cleared has left for good', async () => {
  const { state, workspace } = await openFor('c-1')
  workspace.emit('cleared', { contactId: 'c-1' })
  workspace.emit('connected', { contactId: 'c-1' })
  expect(state()).toMatchObject({ status: 'ready', contacts: [] })
})

test('an app that is destroyed has no contact any more, whatever still comes', async () => {
  const { state, workspace, settle } = await openFor('c-1')
  workspace.destroy()
  await settle()
  workspace.emit('connected', { contactId: 'c-1' })
  expect(state()).toMatchObject({ status: 'ready', contacts: [] })
})

test('an app that is destroyed before anything is known of its contact never has one', async () => {
  const { state, workspace } = await openSource()
  workspace.create('c-1')
  workspace.destroy()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(state()).toEqual({ status: 'connecting' })
})

test('light, dark and the system’s choice are followed', async () => {
  const { source, workspace } = await openFor('c-1')
  const theme = () => source.appearance.getSnapshot().theme
  expect(theme()).toBe('system')
  for (const [visualMode, expected] of [
    ['dark', 'dark'],
    ['light', 'light'],
    ['auto', 'system'],
    ['sepia', 'system'],
  ] as const) {
    workspace.emit('visualModeChange', { visualMode })
    expect(theme()).toBe(expected)
  }
})

test('the language is read, and followed, as a BCP 47 tag', async () => {
  const { source, workspace } = await openFor(null, createFakeWorkspace({ getLanguage: { language: 'pt_BR' } }))
  const locale = () => source.appearance.getSnapshot().locale
  expect(locale()).toBe('pt-BR')
  workspace.emit('languageChange', { language: 'de_DE', previous: { language: 'pt_BR' } })
  expect(locale()).toBe('de-DE')
  workspace.emit('languageChange', { language: 7 })
  expect(locale()).toBe('de-DE')
  workspace.emit('languageChange', { language: null, previous: { language: 'de_DE' } })
  expect(locale()).toBeNull()
})

test('an app that the workspace stops is out of sight until it is started', async () => {
  const { source, workspace } = await openFor('c-1')
  const onChange = vi.fn()
  source.visibility.subscribe(onChange)
  workspace.stage('stop')
  expect(source.visibility.isShown()).toBe(false)
  workspace.stage('start')
  expect(source.visibility.isShown()).toBe(true)
  expect(onChange).toHaveBeenCalledTimes(2)
})

test('the SDK waits for a workspace that answers late as long as it can: a minute', () => {
  const { sdk, provider } = createFakeWorkspace()
  const init = vi.fn(() => provider)
  startApp({ ...sdk, init }, { contactCasesWorkspaceApp: undefined })
  expect(init).toHaveBeenCalledWith(expect.objectContaining({ workspace: { connectionTimeout: 60_000 } }))
})

test('a second source, as StrictMode and hot reload make one, shares the app of the first', async () => {
  const { workspace, state } = await openFor('c-1')
  const second = await openSource(workspace)
  expect(second.state()).toEqual(state())
  expect(workspace.starts()).toBe(1)
})

test('a page that has started its own app hands it in', async () => {
  const workspace = createFakeWorkspace()
  const context = { scope: { type: 'contact', contactId: 'c-1' }, config: { permissions: ['*'] } }
  const app = { provider: workspace.provider, created: Promise.resolve({ context }) }
  const { state } = await openSource(workspace, { app })
  expect(workspace.starts()).toBe(0)
  expect(state()).toMatchObject({ contacts: [{ contactId: 'c-1' }] })
})
