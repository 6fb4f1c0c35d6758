import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { appOf, createWorkspaceHost, seenAfter, type WorkspaceHost } from '../support/workspace-host.ts'

let host: WorkspaceHost

beforeAll(async () => {
  host = await createWorkspaceHost()
})

afterEach(() => host.closePages())

afterAll(() => host.close())

const everything = ['*'] as const

test('each app hears of its own contact, and of another where it asks for that', async () => {
  const { page, workspace } = await host.open()
  const [own, other] = [await workspace.incoming({ channel: 'voice' }), await workspace.incoming({ channel: 'chat' })]
  const app = await appOf(page, own)
  await app.evaluate(`listenTo('${other}')`)
  await expect.poll(async () => (await workspace.state()).sessions[1]?.subscriptions.length).toBe(9)
  await workspace.accept(other)
  await seenAfter(app, `also connected ${other}`)
  await workspace.accept(own)
  await seenAfter(app, `Connected ${own} voice`)
  await workspace.fail(own)
  const lines = await seenAfter(app, `Error ${own} voice`)
  expect(lines.filter((line) => line.includes(other))).toEqual([`also connected ${other}`])
})

test('an app that no longer listens hears nothing more', async () => {
  const { page, workspace } = await host.open()
  const [own, other] = [await workspace.incoming({ channel: 'voice' }), await workspace.incoming({ channel: 'chat' })]
  const app = await appOf(page, own)
  await app.evaluate(`listenTo('${other}'); stopListeningTo('${other}')`)
  await expect.poll(async () => (await workspace.logs()).map(({ message }) => message.type)).toContain('unsubscribe')
  await workspace.accept(other)
  await workspace.accept(own)
  const lines = await seenAfter(app, `Connected ${own} voice`)
  expect(lines).not.toContain(`also connected ${other}`)
})

test('allowed everything, an app hears of each turn a contact takes', async () => {
  const { page, workspace } = await host.open()
  await workspace.setPermissions(everything)
  const id = await workspace.incoming({ channel: 'queue_callback' })
  const app = await appOf(page, id)
  await seenAfter(app, 'healthy')
  await workspace.accept(id)
  await seenAfter(app, `Connected ${id} queue_callback`)
  const next = await workspace.transfer(id)
  await seenAfter(app, `StartingAcw ${id} queue_callback`)
  const nextApp = await appOf(page, next)
  await seenAfter(nextApp, `create contact ${next} us-east-1`)
  expect(await nextApp.evaluate(`ask('initialContactId', '${next}')`)).toBe(id)
  await workspace.close(id)
  expect(
    (await workspace.logs())
      .filter(({ from, message }) => from === 'workspace' && message.type === 'publish')
      .map(({ message }) => message)
      .filter(({ data }) => JSON.stringify(data).startsWith(`{"contactId":"${id}"`))
      .map(({ topic }) => topic),
  ).toEqual(
    ['pending', 'connecting', 'connected', 'acw', 'cleared'].map((key) => ({
      namespace: 'aws.connect.contact',
      key: `contact/${key}`,
    })),
  )
})

test('requests are answered, for the contact that is meant', async () => {
  const { page, workspace } = await host.open()
  const id = await workspace.incoming({ channel: 'voice', contactId: 'seeded-1' })
  const app = await appOf(page, id)
  const ask = (...words: string[]) => app.evaluate(`ask(...${JSON.stringify(words)})`)
  expect(await ask('agentArn')).toMatch(
    /^arn:aws:connect:us-east-1:111122223333:instance\/0f6a2f4e-6b1f-4f0e-9d52-1c8a4f4f7a10\/agent\/[\w-]{36}$/,
  )
  expect(await ask('agentName')).toBe('Ada Agent')
  expect(await ask('language')).toBe('en_US')
  expect(await ask('channelType', id)).toEqual({ type: 'voice', subtype: 'connect:Telephony' })
  expect(await ask('channelType', 'CURRENT_CONTACT')).toEqual({ type: 'voice', subtype: 'connect:Telephony' })
  expect(await ask('attributes', id)).toEqual({ label: 'Maria — 2 cases', queueName: 'Billing' })
  expect(await ask('attribute', id, 'queueName')).toBe('Billing')
  expect(await ask('initialContactId', id)).toBe(undefined)
  expect(await ask('channelType', 'unknown')).toBe('noResult: No Result Found')
  expect(await ask('agentExtension')).toBe('handlerNotFound: No handler for command')
  const idle = await appOf(page)
  expect(await idle.evaluate(`ask('channelType', 'CURRENT_CONTACT')`)).toBe('noResult: No Result Found')
  await page.getByText('Messages').click()
  const lines = await page.getByRole('group').filter({ hasText: 'Messages' }).getByRole('listitem').allTextContents()
  expect(lines.slice(0, 2)).toEqual(['Workspace response: noResult', 'App request: contact/getChannelType'])
})

test('what an app may not do is refused, from the moment the permission is taken', async () => {
  const { page, workspace } = await host.open()
  const app = await appOf(page)
  await seenAfter(app, 'start')
  expect(await app.evaluate(`ask('agentName')`)).toBe('Ada Agent')
  await page.getByLabel('User.Details.View').uncheck()
  expect(await app.evaluate(`ask('agentName')`)).toBe('noPermission: App does not have permission for this request')
  await workspace.setPermissions([])
  const id = await workspace.incoming({ channel: 'chat' })
  const barred = await appOf(page, id)
  await seenAfter(barred, `create contact ${id} us-east-1`)
  expect(await barred.evaluate('granted')).toEqual([])
  const refused = (await barred.evaluate<string[]>('seen')).filter((line) => line.startsWith('error noPermission'))
  expect(refused).toHaveLength(9)
  expect(refused[0]).toMatch(/App attempted to subscribe to topic without permission - Topic .*contact\/incoming/)
})

test('an app follows the theme: dark from its start, light, and as the system has it', async () => {
  const { page, workspace } = await host.open()
  await page.emulateMedia({ colorScheme: 'dark' })
  await workspace.setTheme('dark')
  const app = await appOf(page)
  const isDark = () => app.evaluate(`document.body.classList.contains('awsui-dark-mode')`)
  const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  expect(await background()).toBe('rgb(22, 25, 31)')
  await app.evaluate('applyTheme()')
  await expect.poll(isDark).toBe(true)
  await page.getByLabel('Theme').selectOption('light')
  await expect.poll(isDark).toBe(false)
  expect(await background()).toBe('rgb(244, 245, 247)')
  await page.getByLabel('Theme').selectOption('auto')
  await expect.poll(isDark).toBe(true)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(isDark).toBe(false)
})

test('an app hears of a change of language, and of none chosen', async () => {
  const { page, workspace } = await host.open()
  const app = await appOf(page)
  await seenAfter(app, 'start')
  await page.getByLabel('Language').selectOption('de_DE')
  await seenAfter(app, 'language en_US to de_DE')
  await workspace.setLanguage(null)
  await seenAfter(app, 'language de_DE to ')
  expect(await app.evaluate(`ask('language')`)).toBe(null)
})
