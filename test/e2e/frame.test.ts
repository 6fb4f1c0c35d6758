import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { snippetOf } from '../support/documentation.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'
import { type FramedPanel, startFramedPanel } from '../support/framed-panel.ts'
import { contactIdWithCases } from '../support/stack.ts'

let framed: FramedPanel

beforeAll(async () => {
  framed = await startFramedPanel()
})

beforeEach(() => framed.reset())

afterEach(() => framed.closePages())

afterAll(() => framed.close())

const seed = defaultSeed()
const arnWith = (cases: number) => contactWithCases(seed, cases).contactArn

/** The shipped seed's contact with this many cases, on a desk. */
const contact = (cases: number, changes: object = {}) => ({
  contactArn: arnWith(cases),
  contactId: contactIdWithCases(cases),
  initialContactArn: null,
  channel: 'chat',
  queueName: null,
  phase: 'connected',
  phaseSince: null,
  ...changes,
})

const agentOf = (contactArn: string, agent: string) => contactArn.replace(/\/contact\/.*/, `/agent/${agent}`)

/** Puts these contacts on the desk of the page's source; the agent looks at the one with so many cases. */
async function setDesk(page: Page, contacts: object[], viewed: number | null = null): Promise<void> {
  const viewedContactId = viewed === null ? null : contactIdWithCases(viewed)
  const state = { status: 'ready', agentArn: agentOf(arnWith(1), 'ada'), contacts, viewedContactId }
  await page.evaluate(`source.set(${JSON.stringify(state)})`)
}

function says(panel: FrameLocator, text: string): Promise<void> {
  return panel.getByText(text, { exact: true }).first().waitFor()
}

async function openConnected() {
  const desktop = await framed.openDesktop()
  await desktop.page.evaluate('void (window.host = connectPanel())')
  return desktop
}

const showThree = `showContacts(${JSON.stringify([{ contactArn: arnWith(3), channel: 'chat' }])})`

/** The desktop of the documentation, for this panel. */
function documentedDesktop(): string {
  return snippetOf('docs/embed-anywhere.md', 'frame.html')
    .replaceAll('https://cases.example.com', framed.url)
    .replace('<iframe', '<iframe height="600"')
}

test('the desktop of the documentation hands over its contact in plain JavaScript', async () => {
  const { page, panel } = await framed.openHtml(documentedDesktop())
  await says(panel, 'No contact')
  await page.evaluate(showThree)
  await says(panel, '3 cases')
  await page.evaluate('showContacts([])')
  await says(panel, 'No contact')
})

test('a contact rings, is accepted, and ends; a second one, a switch and a transfer follow', async () => {
  const { page, panel } = await openConnected()
  await setDesk(page, [contact(3, { phase: 'incoming' })])
  await says(panel, '3 cases')
  const change = { contactArn: arnWith(3), loaded: 3, hasMore: false }
  await expect.poll(() => page.evaluate('told')).toContainEqual(change)
  await setDesk(page, [contact(3)], 3)
  await says(panel, 'Connected')
  await setDesk(page, [contact(3), contact(11, { channel: 'voice', phase: 'connecting' })], 11)
  await says(panel, '10 cases loaded, there are more')
  await setDesk(page, [contact(3), contact(11, { channel: 'voice' })], 3)
  await says(panel, '3 cases')
  expect(framed.listCalls()).toBe(2)
  await setDesk(page, [contact(0, { initialContactArn: arnWith(3) })], 0)
  await says(panel, 'Transferred')
  await says(panel, '3 cases')
  expect(await panel.getByText('Before the transfer').count()).toBe(3)
  await setDesk(page, [])
  await says(panel, 'No contact')
})

test('the panel reloaded shows the contact again; a desktop that leaves, or whose agent signs out, empties it', async () => {
  const { page, panel } = await openConnected()
  await setDesk(page, [contact(3)])
  await says(panel, '3 cases')
  await page.frames()[1]?.evaluate('location.reload()')
  await says(panel, '3 cases')
  await page.evaluate('host.disconnect()')
  await says(panel, 'Connecting')
  expect(await panel.getByRole('row').count()).toBe(0)
  await page.evaluate('void connectPanel()')
  await says(panel, '3 cases')
  await page.evaluate(`source.set({ status: 'failed', problem: { code: 'signed_out', detail: '' } })`)
  await says(panel, 'You are signed out')
  expect(await panel.getByRole('row').count()).toBe(0)
})

test('looks follow the desktop, and a desktop that opens cases is told which', async () => {
  const { page, panel } = await framed.openDesktop()
  await page.evaluate(`
    window.opened = []
    window.host = connectPanel({ theme: 'dark', locale: 'de', onOpenCase: (caseId) => opened.push(caseId) })
    void 0`)
  await setDesk(page, [contact(1)])
  await says(panel, '1 Fall')
  expect(await panel.locator('.contact-cases').getAttribute('data-theme')).toBe('dark')
  const row = panel.locator('[data-case-id]')
  await row.getByRole('button').first().click()
  expect(await page.evaluate('opened')).toEqual([await row.getAttribute('data-case-id')])
  await page.evaluate(`host.setAppearance({ theme: 'light', locale: 'en' })`)
  await says(panel, '1 case')
  expect(await panel.locator('.contact-cases').getAttribute('data-theme')).toBe('light')
})

test('a panel that is loaded in a hidden frame asks for nothing until it is shown', async () => {
  const { page, panel } = await framed.openDesktop()
  await page.evaluate('iframe.hidden = true')
  const frame = page.frames()[1]
  await frame?.evaluate('location.reload()')
  await frame?.waitForLoadState()
  await page.evaluate('void (window.host = connectPanel())')
  await setDesk(page, [contact(3)])
  await expect.poll(() => panel.locator('.contact-cases-desk').textContent()).toBe('')
  // What it would have asked for is answered by the time that this is.
  await frame?.evaluate(`fetch('/config.json').then(() => fetch('/config.json'))`)
  expect(framed.listCalls()).toBe(0)
  await page.evaluate('iframe.hidden = false')
  await says(panel, '3 cases')
  expect(framed.listCalls()).toBe(1)
})

test('a desktop that is silent is a problem within 6 seconds, and none any more when it speaks', async () => {
  const { page, panel } = await framed.openDesktop()
  await says(panel, 'Connecting')
  const since = Date.now()
  await says(panel, 'The desktop around this panel does not answer')
  expect(Date.now() - since).toBeLessThan(6_000)
  await page.evaluate('void connectPanel()')
  await setDesk(page, [contact(3)])
  await says(panel, '3 cases')
})

test('a desktop that the settings do not name is told nothing, and is not heard', async () => {
  const { page, panel } = await framed.openHtml(
    `${documentedDesktop()}
    <script>
      window.heard = []
      addEventListener('message', ({ data }) => heard.push(data))
    </script>`,
    false,
  )
  await says(panel, 'The panel cannot run here')
  await page.evaluate(showThree)
  await page.frames()[1]?.evaluate('new Promise((resolve) => setTimeout(resolve))')
  await says(panel, 'The panel cannot run here')
  expect(await page.evaluate('heard')).toEqual([])
  expect(framed.listCalls()).toBe(0)
})

test('the page by itself says at once that it belongs in a desktop', async () => {
  const page = await framed.openAlone()
  await page.getByText('The panel cannot run here').waitFor({ timeout: 3_000 })
  expect(framed.listCalls()).toBe(0)
})
