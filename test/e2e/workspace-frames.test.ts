import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { appOf, createWorkspaceHost, seenAfter, type WorkspaceHost } from '../support/workspace-host.ts'

let host: WorkspaceHost

beforeAll(async () => {
  host = await createWorkspaceHost()
})

afterEach(() => host.closePages())

afterAll(() => host.close())

test('an app opens without a contact, and another instance of it for each contact that rings', async () => {
  const { page, workspace } = await host.open()
  const idle = await appOf(page)
  expect((await seenAfter(idle, 'start'))[0]).toBe('create idle - us-east-1')
  await workspace.incoming({ channel: 'voice', contactId: 'seeded-1' })
  await workspace.incoming({ channel: 'chat', contactId: 'other' })
  for (const id of ['seeded-1', 'other']) {
    const lines = await seenAfter(await appOf(page, id), `create contact ${id} us-east-1`)
    // Nobody looks at it yet.
    expect(lines).not.toContain('start')
  }
  const { sessions } = await workspace.state()
  expect(sessions.map(({ scope }) => scope)).toEqual([
    { type: 'idle' },
    { type: 'contact', contactId: 'seeded-1' },
    { type: 'contact', contactId: 'other' },
  ])
  expect(new Set(sessions.map(({ instanceId }) => instanceId)).size).toBe(3)
})

test('an app is created, started, stopped and destroyed in that order, then its frame goes', async () => {
  const { page, workspace } = await host.open()
  const id = await workspace.incoming({ channel: 'task' })
  const app = await appOf(page, id)
  const { frameId = '' } = (await workspace.state()).sessions[1] ?? {}
  await seenAfter(app, 'healthy')
  await workspace.accept(id)
  await seenAfter(app, 'start')
  await seenAfter(app, `Connected ${id} task`)
  await workspace.end(id)
  await seenAfter(app, `StartingAcw ${id} task`)
  await workspace.close(id)
  await page.getByTitle(`App for contact ${id}`).waitFor({ state: 'detached' })
  const turns = (await workspace.logs())
    .filter((line) => line.frameId === frameId && /^appLifecycle|^acknowledge/.test(line.message.type))
    .map(({ from, message }) => `${from} ${message.type} ${message['stage'] ?? ''}`.trim())
  expect(turns).toEqual([
    'workspace acknowledge',
    'workspace appLifecycle create',
    'app appLifecycleHandlerCompleted create',
    'workspace appLifecycle start',
    'workspace appLifecycle stop',
    'workspace appLifecycle destroy',
    'app appLifecycleHandlerCompleted destroy',
  ])
})

test('when the agent turns to another contact, the frame is hidden and goes on where it was', async () => {
  const { page, workspace } = await host.open()
  const [first, second] = [
    await workspace.incoming({ channel: 'chat' }),
    await workspace.incoming({ channel: 'email' }),
  ]
  const app = await appOf(page, first)
  await workspace.view(first)
  await seenAfter(app, 'start')
  await app.evaluate('marked = true')
  await workspace.view(second)
  await seenAfter(app, 'stop')
  await page.getByTitle(`App for contact ${second}`).waitFor({ state: 'visible' })
  expect(await page.getByTitle(`App for contact ${first}`).isVisible()).toBe(false)
  await page.getByRole('navigation', { name: 'Contacts' }).getByRole('button').nth(1).click()
  const starts = () => app.evaluate(`seen.filter((line) => line === 'start').length`)
  await expect.poll(starts).toBe(2)
  expect(await app.evaluate('marked')).toBe(true)
  expect((await app.evaluate<string[]>('seen')).filter((line) => line.startsWith('create'))).toHaveLength(1)
})

test('an app that fails while it is created loses its frame at once', async () => {
  const { page, workspace } = await host.open({ appQuery: '?failCreate' })
  const failed = page.getByRole('region', { name: 'App without a contact' }).getByRole('status')
  await failed.waitFor()
  expect(await failed.textContent()).toMatch(/^The app has failed\. .*create lifecycle action/)
  expect(await page.locator('iframe').count()).toBe(0)
  expect((await workspace.state()).sessions.map(({ stage }) => stage)).toEqual(['failed'])
})

test('an app that asks to be closed is destroyed first, and leaves its reason', async () => {
  const { page, workspace } = await host.open()
  const app = await appOf(page)
  await seenAfter(app, 'start')
  await app.evaluate(`app.sendCloseAppRequest('All done here.')`)
  await page.getByText('The app has closed. All done here.').waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  const said = (await workspace.logs()).map(({ message }) => `${message.type} ${message['stage']}`)
  expect(said.at(-1)).toBe('appLifecycleHandlerCompleted destroy')
})

test('a reloaded frame is a new instance, with the subscriptions of its own only', async () => {
  const { page, workspace } = await host.open()
  const id = await workspace.incoming({ channel: 'chat' })
  const old = (await workspace.state()).sessions[1]
  const app = await appOf(page, id)
  await app.evaluate(`listenTo('another')`)
  await app.evaluate('location.reload()')
  const session = async () => (await workspace.state()).sessions[1]
  await expect.poll(async () => (await session())?.subscriptions.length).toBe(8)
  const reloaded = await session()
  expect(reloaded?.frameId).toBe(old?.frameId)
  expect(reloaded?.instanceId).not.toBe(old?.instanceId)
  await workspace.accept(id)
  const lines = await seenAfter(await appOf(page, id), `Connected ${id} chat`)
  expect(lines.filter((line) => line.startsWith('Connected'))).toHaveLength(1)
})

test('an app that never greets is shown as such', async () => {
  const { page, workspace } = await host.open({ appQuery: '?silent', query: '&timeout=100' })
  await page.getByText('The app does not answer. It is shown in case it still does.').waitFor()
  const id = await workspace.incoming({ channel: 'chat' })
  await appOf(page, id)
  await workspace.miss(id)
  await workspace.close(id)
  await page.getByTitle(`App for contact ${id}`).waitFor({ state: 'detached' })
})

test('an app that fails while it is destroyed goes all the same, and leaves nothing', async () => {
  const { page, workspace } = await host.open({ appQuery: '?failDestroy' })
  const id = await workspace.incoming({ channel: 'chat' })
  await seenAfter(await appOf(page, id), 'healthy')
  await workspace.miss(id)
  await workspace.close(id)
  await page.getByTitle(`App for contact ${id}`).waitFor({ state: 'detached' })
  expect((await workspace.state()).sessions.map(({ scope }) => scope.type)).toEqual(['idle'])
})

test('an app that is never done with its end is not waited for', async () => {
  const { page, workspace } = await host.open({ appQuery: '?stuck', query: '&timeout=1000' })
  const id = await workspace.incoming({ channel: 'chat' })
  await seenAfter(await appOf(page, id), 'healthy')
  await workspace.miss(id)
  await workspace.close(id)
  expect((await workspace.state()).sessions[1]?.stage).toBe('destroying')
  await page.getByTitle(`App for contact ${id}`).waitFor({ state: 'detached' })
})

test('while the workspace does not answer, everything waits, and then comes in its order', async () => {
  const { page, workspace } = await host.open()
  const id = await workspace.incoming({ channel: 'chat' })
  const app = await appOf(page, id)
  await seenAfter(app, 'healthy')
  await page.getByRole('button', { name: 'Stop answering' }).click()
  const name = app.evaluate(`ask('agentName')`)
  await workspace.accept(id)
  await expect.poll(async () => (await workspace.state()).desk.contacts[0]?.phase).toBe('connected')
  expect(await app.evaluate<string[]>('seen')).not.toContain('start')
  await page.getByRole('button', { name: 'Answer again' }).click()
  expect(await name).toBe('Ada Agent')
  const lines = await seenAfter(app, `Connected ${id} chat`)
  expect(lines.indexOf('start')).toBeLessThan(lines.indexOf(`Connected ${id} chat`))
})

test('a greeting from a window that is not one of the frames is not heard', async () => {
  const { page, workspace } = await host.open()
  const app = await appOf(page)
  await seenAfter(app, 'start')
  const [before] = (await workspace.state()).sessions
  const greeting = `{ type: 'connect-app-host-init', providerId: 'stranger' }, '*', [new MessageChannel().port2]`
  await page.evaluate(`postMessage(${greeting})`)
  await app.evaluate(`{
    const inner = document.body.appendChild(document.createElement('iframe'))
    inner.contentWindow.eval("parent.parent.postMessage(${greeting})")
  }`)
  // The app's own next words come after both.
  expect(await app.evaluate(`ask('agentName')`)).toBe('Ada Agent')
  expect((await workspace.state()).sessions[0]?.instanceId).toBe(before?.instanceId)
})

test('an address that is no web page is not framed', async () => {
  const { page } = await host.open({ query: '&app=x' })
  expect(await page.locator('iframe').count()).toBe(1)
  const url = new URL(page.url())
  await page.goto(`${url.origin}${url.pathname}?app=javascript:alert(1)`)
  await page.getByRole('status').waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
})
