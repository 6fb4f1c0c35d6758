import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type OpenWorkspace, startWorkspaceDesktop, type WorkspaceDesktop } from '../support/workspace-desktop.ts'

let desktop: WorkspaceDesktop

beforeAll(async () => {
  desktop = await startWorkspaceDesktop()
})

afterEach(async () => {
  await desktop.closePages()
  await desktop.emulator.reset()
})

afterAll(() => desktop.close())

const lists = (calls: readonly string[]) => calls.filter((path) => path === 'list-cases-for-contact').length
const rowsOf = (desk: OpenWorkspace, contactId: string) => desk.panelOf(contactId).locator('[data-case-id]')

/** A workspace where the contact with this many cases has rung and is accepted, and shows them. */
async function openWith(cases: number) {
  const desk = await desktop.open()
  const contactId = await desktop.ring(desk, cases)
  await desk.workspace.accept(contactId)
  await expect.poll(() => rowsOf(desk, contactId).count()).toBe(cases)
  return { ...desk, desk, contactId }
}

test('a contact that rings out of sight is read ahead once; accepted, it shows its cases and asks no more', async () => {
  const desk = await desktop.open()
  await desk.panelOf().getByText('Cases appear here as soon as a contact arrives.').waitFor()
  const contactId = await desktop.ring(desk, 3)
  await expect.poll(() => desk.callsOf(contactId)).toContain('case-details')
  await desk.workspace.accept(contactId)
  await expect.poll(() => rowsOf(desk, contactId).count()).toBe(3)
  expect(await desk.panelOf(contactId).getByRole('heading', { level: 2 }).textContent()).toMatch(/^Chat · ./)
  await desk.panelOf(contactId).getByText('Connected', { exact: true }).first().waitFor()
  const calls = await desk.callsOf(contactId)
  expect(calls.filter((path) => /^(list|case)/.test(path))).toEqual(['list-cases-for-contact', 'case-details'])
  expect(lists(await desk.callsOf())).toBe(0)
})

test('a contact that was there long before its frame is read only when it is looked at', async () => {
  const { desk } = await openWith(1)
  const unseen = await desktop.ring(desk, 3)
  await expect.poll(() => desk.callsOf(unseen)).toContain('case-details')
  await desk.page.clock.fastForward(21_000)
  const before = await desk.callsOf(unseen)
  // As all frames do when the agent loads the workspace again.
  await desk.reload(unseen)
  await desk.page.clock.fastForward(1000)
  expect(await desk.callsOf(unseen)).toEqual(before)
  await desk.workspace.view(unseen)
  await expect.poll(() => rowsOf(desk, unseen).count()).toBe(3)
  expect(lists(await desk.callsOf(unseen))).toBe(lists(before) + 1)
})

test('each frame shows its own contact; out of sight it asks for nothing, and shown again reads what is old', async () => {
  const { desk, contactId: first } = await openWith(1)
  const second = await desktop.ring(desk, 3)
  await desk.workspace.accept(second)
  await expect.poll(() => rowsOf(desk, second).count()).toBe(3)
  const calls = await desk.callsOf(first)
  await desk.page.clock.fastForward(31_000)
  await desk.workspace.end(first)
  await expect.poll(() => desk.panelOf(first).getByText('After contact work').count()).toBe(1)
  expect(await desk.callsOf(first)).toEqual(calls)
  await desk.workspace.view(first)
  await expect.poll(async () => lists(await desk.callsOf(first))).toBe(lists(calls) + 1)
  await expect.poll(() => rowsOf(desk, first).count()).toBe(1)
  expect(await desk.panelOf(second).isVisible()).toBe(false)
})

test('a transferred contact has a frame of its own, with the cases from before', async () => {
  const { desk, contactId } = await openWith(3)
  const next = await desk.workspace.transfer(contactId)
  await desk.workspace.view(next)
  await expect.poll(() => rowsOf(desk, next).count()).toBe(3)
  expect(await desk.panelOf(next).getByText('Transferred').isVisible()).toBe(true)
})

test('language and light or dark follow the workspace while the panel is open', async () => {
  const { desk, workspace, contactId } = await openWith(1)
  const panel = desk.panelOf(contactId)
  const background = () =>
    desk.evaluateIn(contactId, "getComputedStyle(document.querySelector('.contact-cases')).backgroundColor")
  const light = await background()
  await workspace.setTheme('dark')
  await expect.poll(() => panel.getAttribute('data-theme')).toBe('dark')
  expect(await background()).not.toBe(light)
  await workspace.setLanguage('de_DE')
  await expect.poll(() => panel.getAttribute('lang')).toMatch(/^de/)
  await workspace.setLanguage('ja_JP')
  await expect.poll(() => panel.getAttribute('lang')).toMatch(/^ja/)
  expect(await rowsOf(desk, contactId).count()).toBe(1)
})

test('a panel that opens in a dark German workspace is dark and German', async () => {
  const desk = await desktop.open()
  await desk.workspace.setTheme('dark')
  await desk.workspace.setLanguage('de_DE')
  const contactId = await desktop.ring(desk, 1)
  await desk.workspace.view(contactId)
  const panel = desk.panelOf(contactId)
  await expect.poll(() => panel.getAttribute('lang')).toMatch(/^de/)
  expect(await panel.getAttribute('data-theme')).toBe('dark')
})

const least = ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View'] as const

test.each(['User.Details.View', 'Contact.Details.View'] as const)('without %s the panel names it', async (missing) => {
  const desk = await desktop.open()
  await desk.workspace.setPermissions(least.filter((permission) => permission !== missing))
  const contactId = await desktop.ring(desk, 1)
  await desk.workspace.view(contactId)
  await desk.panelOf(contactId).getByText(`give this app the permission ${missing}`).waitFor()
  expect(await desk.callsOf(contactId)).toEqual([])
  expect((await desk.workspace.state()).sessions.map(({ stage }) => stage)).not.toContain('failed')
})

test('with the least permissions all works; without the one for the language, all but that', async () => {
  const desk = await desktop.open()
  await desk.workspace.setPermissions(['User.Details.View', 'Contact.Details.View'])
  await desk.workspace.setLanguage('de_DE')
  const contactId = await desktop.ring(desk, 3)
  // What happens before the frame listens is told to nobody.
  await expect.poll(() => desk.callsOf(contactId)).toContain('list-cases-for-contact')
  await desk.workspace.accept(contactId)
  await expect.poll(() => rowsOf(desk, contactId).count()).toBe(3)
  await expect.poll(() => desk.panelOf(contactId).getByText('Connected').count()).toBe(1)
  expect(await desk.panelOf(contactId).getAttribute('lang')).toBe('en-US')
  const denied = (await desk.workspace.logs()).filter(({ message }) => message['key'] === 'noPermission')
  // The idle app was opened before the permission was taken.
  expect(denied).toEqual([])
})

test('a workspace that stops answering is told, and the cases are back when it answers', async () => {
  const { desk, workspace, contactId } = await openWith(1)
  await workspace.stopAnswering()
  // Three health checks, and the question that follows.
  await desk.page.clock.fastForward(16_000)
  await desk.page.clock.fastForward(5_000)
  await desk.panelOf(contactId).getByText('Amazon Connect stopped answering').waitFor()
  await workspace.answer()
  await desk.page.clock.fastForward(5_000)
  await expect.poll(() => rowsOf(desk, contactId).count()).toBe(1)
})

test('a workspace that opens the app late is still one', async () => {
  const desk = await desktop.open()
  await desk.panelOf().getByText('No contact').waitFor()
  await desk.workspace.stopAnswering()
  const contactId = await desktop.ring(desk, 1)
  await desk.workspace.view(contactId)
  await desk.panelOf(contactId).getByText('Connecting').waitFor()
  await desk.page.clock.fastForward(6_000)
  await desk.panelOf(contactId).getByText('This is not the agent workspace').waitFor()
  await desk.workspace.answer()
  await expect.poll(() => rowsOf(desk, contactId).count()).toBe(1)
})

test('a contact that leaves takes its frame along, and the app says goodbye in order', async () => {
  const { desk, workspace, contactId } = await openWith(1)
  const { frameId } = (await workspace.state()).sessions.at(-1) ?? {}
  await workspace.end(contactId)
  await workspace.close(contactId)
  await desk.page.getByTitle(`App for contact ${contactId}`).waitFor({ state: 'detached' })
  const said = (await workspace.logs()).filter((line) => line.frameId === frameId).map(({ message }) => message)
  expect(said.at(-1)).toMatchObject({ type: 'appLifecycleHandlerCompleted', stage: 'destroy' })
  expect(said.map(({ type }) => type)).not.toContain('closeApp')
})

test('opened by itself, the page says at once where it belongs', async () => {
  const page = await desktop.newPage()
  await page.goto(desktop.url)
  await page.getByText('Open this app in the Amazon Connect agent workspace.').waitFor({ timeout: 3000 })
})

test('framed by a page that is no workspace, it says so within 6 seconds', async () => {
  const other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`<iframe title="Panel" src="${desktop.url}"></iframe>`)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  const page = await desktop.newPage()
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`) // it listens on TCP
  const panel = page.frameLocator('iframe')
  await panel.getByText('Waiting for Amazon Connect to answer.').waitFor()
  await panel.getByText('This is not the agent workspace').waitFor({ timeout: 6000 })
})
