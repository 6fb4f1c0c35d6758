import { expect, test, vi } from 'vitest'
import { createFakeWorkspace, denial, leastPermissions, silent } from './testing/fake-workspace.ts'
import { openFor, openSource } from './testing/opened-source.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
const problem = (code: string, detail: unknown = expect.any(String)) => ({
  status: 'failed',
  problem: { code, detail },
})

test('a page that is not framed is told at once that it is outside the workspace, and loads nothing', async () => {
  const loadSdk = vi.fn()
  const { state } = await openSource(undefined, { isFramed: () => false, loadSdk })
  expect(state()).toEqual(problem('outside_workspace', 'No page frames this one.'))
  expect(loadSdk).not.toHaveBeenCalled()
})

test('a page around that never answers is no workspace after 5 seconds; one that answers late is', async () => {
  const { state, workspace, settle } = await openSource()
  await vi.advanceTimersByTimeAsync(4999)
  expect(state()).toEqual({ status: 'connecting' })
  await vi.advanceTimersByTimeAsync(1)
  const detail = 'The page around this one does not answer as the agent workspace does.'
  expect(state()).toEqual(problem('outside_workspace', detail))
  workspace.create('c-1')
  await settle()
  expect(state()).toMatchObject({ status: 'ready', contacts: [{ contactId: 'c-1' }] })
})

test('once the SDK has given the workspace up, a late create opens nothing', async () => {
  const { state, workspace, settle, log } = await openSource()
  await vi.advanceTimersByTimeAsync(60_000)
  workspace.error({ key: 'workspaceConnectTimeout', message: 'App failed to connect' })
  workspace.create('c-1')
  await settle()
  expect(state()).toEqual(problem('outside_workspace'))
  expect(log).toEqual(['The workspace reports an error: workspaceConnectTimeout, App failed to connect'])
})

test('another error of the workspace is logged, and keeps no contact away', async () => {
  const { state, workspace, settle, log } = await openSource()
  workspace.error({ key: 'other', message: 'oops' })
  workspace.create('c-1')
  await settle()
  expect(state()).toMatchObject({ status: 'ready', contacts: [{ contactId: 'c-1' }] })
  expect(log).toEqual(['The workspace reports an error: other, oops'])
})

test.each([['User.Details.View'], ['Contact.Details.View']])(
  'without the permission %s it says so, and asks nothing',
  async (missing) => {
    const permissions = leastPermissions.filter((permission) => permission !== missing)
    const { state, workspace, log } = await openFor('c-1', undefined, permissions)
    expect(state()).toEqual(problem('missing_permission', missing))
    workspace.health('healthy')
    expect(state()).toEqual(problem('missing_permission', missing))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(workspace.asked).not.toContain('getARN')
    expect(log).toEqual([`missing_permission: ${missing}`])
  },
)

test('without the permission to read the language, only that is not followed', async () => {
  const { state, source, workspace, log } = await openFor('c-1', undefined, [
    'User.Details.View',
    'Contact.Details.View',
  ])
  expect(state()).toMatchObject({ status: 'ready', contacts: [{ contactId: 'c-1' }] })
  expect(workspace.listensTo('languageChange')).toBe(false)
  expect(log).toEqual([expect.stringContaining('User.Configuration.View')])
  workspace.emit('visualModeChange', { visualMode: 'dark' })
  expect(source.appearance.getSnapshot()).toEqual({ locale: null, theme: 'dark' })
})

test('an app that may do everything needs nothing else', async () => {
  expect((await openFor('c-1', undefined, ['*'])).state()).toMatchObject({ status: 'ready' })
})

test.each([
  ['getARN', 'User.Details.View'],
  ['getInitialContactId', 'Contact.Details.View'],
  ['getChannelType', 'Contact.Details.View'],
])('where the workspace lists no permissions, a refusal of %s names %s', async (request, permission) => {
  const { state } = await openFor('c-1', createFakeWorkspace({ [request]: denial }), null)
  expect(state()).toEqual(problem('missing_permission', permission))
})

test.each([
  ['is silent', silent, 'nothing'],
  ['times out in the SDK', { refused: { errorKey: 'clientTimeout', reason: 'Client Timeout' } }, 'nothing'],
  ['fails', { refused: { errorKey: 'internal', reason: 'oops' } }, 'internal, oops'],
  ['fails without a reason', { refused: { errorKey: 'internal' } }, 'internal, '],
  ['throws', new Error('oops'), 'error, Error: oops'],
])('a workspace that %s is asked again until it answers', async (_, answer, said) => {
  const { state, workspace } = await openFor('c-1', createFakeWorkspace({ getInitialContactId: answer }))
  await vi.advanceTimersByTimeAsync(4000)
  expect(state()).toEqual(problem('stopped_answering', `The workspace was asked and said: ${said}.`))
  workspace.answer({ getInitialContactId: 'c-0' })
  await vi.advanceTimersByTimeAsync(5000)
  expect(state()).toMatchObject({ contacts: [{ initialContactArn: `${instance}/contact/c-0` }] })
})

test('an agent whose ARN is none cannot be shown contacts', async () => {
  const { state } = await openFor('c-1', createFakeWorkspace({ getARN: 'arn:aws:iam::111122223333:user/ada' }))
  expect(state()).toEqual(problem('unsupported_host', expect.stringContaining('user/ada')))
})

test.each([
  ['without a scope', { context: { config: { permissions: [] } } }],
  ['for a contact without an id', { context: { scope: { type: 'contact' }, config: {} } }],
  ['for a contact whose id is none', { context: { scope: { type: 'contact', contactId: 'a b' }, config: {} } }],
  ['with nothing', undefined],
])('an app that is opened %s is registered wrongly', async (_, event) => {
  const { state, workspace, settle } = await openSource()
  workspace.createWith(event)
  await settle()
  expect(state()).toEqual(problem('unsupported_host', expect.stringContaining('PER_CONTACT')))
})

test('health checks that fail are believed only where a question fails too', async () => {
  const { state, workspace } = await openFor('c-1')
  const before = state()
  workspace.health('healthy')
  expect(state()).toBe(before)
  workspace.health('unhealthy')
  await vi.advanceTimersByTimeAsync(4000)
  expect(state()).toBe(before)
  workspace.answer({ getARN: silent })
  workspace.health('unhealthy')
  await vi.advanceTimersByTimeAsync(4000)
  expect(state()).toEqual(problem('stopped_answering'))
  workspace.health('healthy')
  expect(state()).toEqual(before)
})

test('a page that has started its own app and does not hand it in is told to', async () => {
  const workspace = createFakeWorkspace()
  workspace.sdk.init({ onCreate: async () => {}, onDestroy: async () => {}, workspace: { connectionTimeout: 1 } })
  const { state } = await openSource(workspace)
  expect(state()).toEqual(problem('unsupported_host', expect.stringContaining('hand in that app')))
})

test('an app of the page that fails to be created, or to tell of its end, is logged with the cause', async () => {
  const workspace = createFakeWorkspace()
  const created = Promise.reject(new Error('no create'))
  const destroyed = Promise.reject(new Error('no end'))
  const logged: unknown[] = []
  await openSource(workspace, {
    app: { provider: workspace.provider, created, destroyed },
    log: (...line) => void logged.push(line),
  })
  expect(logged).toContainEqual(['The workspace could not be followed.', new Error('no create')])
  expect(logged).toContainEqual(['The end of the app went unheard.', new Error('no end')])
})

test('an SDK that cannot be loaded is a problem with a reason', async () => {
  const { state, log } = await openSource(undefined, { loadSdk: () => Promise.reject(new Error('404')) })
  expect(state()).toEqual(problem('stopped_answering', expect.stringContaining('could not be loaded')))
  expect(log).toHaveLength(1)
})
