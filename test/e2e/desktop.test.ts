import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ccpOf } from '../support/ccp.ts'
import { type Desktop, type OpenDesktop, startDesktop } from '../support/desktop.ts'
import { listedCases } from '../support/listed-cases.ts'

let desktop: Desktop
let desk: OpenDesktop

beforeAll(async () => {
  desktop = await startDesktop()
})

beforeEach(async () => {
  await desktop.reset()
  desk = await desktop.open()
})

afterEach(() => desktop.closePages())

afterAll(() => desktop.close())

/** Waits for a text in the panel. */
function panelSays(text: string): Promise<void> {
  return desk.panel.getByText(text, { exact: true }).first().waitFor()
}

test('a contact rings, its cases are on screen, and "Load more" brings the next ten', async () => {
  await panelSays('No contact')
  await desktop.ring(desk, 237)
  await panelSays('Chat · Business accounts')
  await panelSays('10 cases loaded, there are more')
  await desk.panel.getByRole('button', { name: 'Load up to 10 more' }).click()
  await panelSays('20 cases loaded, there are more')
  expect(await listedCases(desk.panel)).toHaveLength(20)
})

test('nothing is said on the console, also where Streams is there before what listens to it', async () => {
  const said: string[] = []
  const page = await desktop.openPage({}, async (empty) => {
    empty.on('console', (line) => said.push(line.text()))
    await empty.route('**/assets/streams-source-*.js', async (route) => {
      await expect.poll(() => empty.evaluate(`typeof connect`), { timeout: 15_000 }).toBe('object')
      await route.continue()
    })
  })
  await page.getByText('No contact', { exact: true }).waitFor()
  expect(said.join('\n')).toBe('')
})

test('all 237 cases can be loaded, each once, with one request a page', async () => {
  await desktop.ring(desk, 237)
  for (let count = 10; count < 237; count += 10) {
    await panelSays(`${count} cases loaded, there are more`)
    await desk.panel.getByRole('button', { name: 'Load up to 10 more' }).click()
  }
  await panelSays('237 cases')
  expect(await listedCases(desk.panel)).toHaveLength(237)
  expect(desktop.listCalls()).toBe(24)
})

test('no case, one case and a last full page say so, and offer nothing more', async () => {
  for (const [cases, words] of [
    [0, 'No cases'],
    [1, '1 case'],
    [3, '3 cases'],
    [10, '10 cases'],
  ] as const) {
    const contactId = await desktop.ring(desk, cases)
    await desk.ccp.view(contactId)
    await panelSays(words)
    expect(await desk.panel.getByRole('button', { name: 'Load up to 10 more' }).count()).toBe(0)
    await desk.ccp.miss(contactId)
    await desk.ccp.close(contactId)
    await panelSays('No contact')
  }
})

test('cases are under their template, and a template that is inactive or deleted is marked', async () => {
  await desktop.ring(desk, 11)
  await panelSays('10 cases loaded, there are more')
  await desk.panel.getByRole('row', { name: 'Gift card Deleted' }).waitFor()
  const templates = await desk.panel.locator('[aria-level="1"]').allTextContents()
  expect(templates).toMatchInlineSnapshot(`
    [
      "Delivery2 cases",
      "Complaint1 case",
      "Repair3 cases",
      "Return or refund1 case",
      "Invoice question1 case",
      "Warranty claim (before 2024)Inactive1 case",
      "Gift cardDeleted1 case",
    ]
  `)
})

test('the softphone’s own buttons lead the panel: accept, end, close', async () => {
  const softphone = desk.page.frameLocator('iframe')
  await softphone
    .getByRole('combobox', { name: 'Contact to ring' })
    .selectOption({ label: 'Maria Oliveira — 11 cases' })
  await softphone.getByRole('button', { name: 'Incoming chat' }).click()
  await panelSays('10 cases loaded, there are more')
  await softphone.getByRole('button', { name: 'Accept' }).click()
  await panelSays('Connected')
  expect(desktop.listCalls()).toBe(1)
  await softphone.getByRole('button', { name: 'End chat' }).click()
  await panelSays('After contact work')
  expect(await listedCases(desk.panel)).toHaveLength(10)
  await softphone.getByRole('button', { name: 'Close contact' }).click()
  await panelSays('No contact')
})

test('the panel follows the agent from contact to contact and asks nothing twice', async () => {
  const first = await desktop.ring(desk, 3)
  const second = await desktop.ring(desk, 11, 'voice')
  await desk.ccp.accept(first)
  await panelSays('3 cases')
  const casesOfFirst = await listedCases(desk.panel)
  await desk.ccp.accept(second)
  await panelSays('10 cases loaded, there are more')
  const casesOfSecond = await listedCases(desk.panel)
  expect(casesOfSecond.filter((caseId) => casesOfFirst.includes(caseId))).toEqual([])
  await desk.ccp.view(first)
  await panelSays('3 cases')
  expect(await listedCases(desk.panel)).toEqual(casesOfFirst)
  expect(desktop.listCalls()).toBe(2)
})

test('after a transfer the cases of the initial contact are there, and say so', async () => {
  const initial = await desktop.ring(desk, 3)
  await desk.ccp.accept(initial)
  await panelSays('Connected')
  const transferred = await desk.ccp.transfer(initial)
  await desk.ccp.view(transferred)
  await panelSays('Transferred')
  await panelSays('3 cases')
  expect(await desk.panel.getByText('Before the transfer').count()).toBe(3)
})

test('a reload of the page keeps the contact and its cases', async () => {
  await desk.ccp.accept(await desktop.ring(desk, 3))
  await panelSays('3 cases')
  await desk.page.reload()
  await panelSays('3 cases')
  await panelSays('Connected')
})

test('a signed-out agent sees no cases, and another agent none of the first one’s', async () => {
  await desktop.ring(desk, 3)
  await panelSays('3 cases')
  await desk.ccp.signOut()
  await panelSays('You are signed out')
  expect(await desk.panel.getByRole('row').count()).toBe(0)
  await desk.ccp.signIn({ agent: 'ben' })
  await panelSays('No contact')
})

test('by keyboard: Enter on "Load more" brings the rest and says how many came', async () => {
  await desktop.ring(desk, 11)
  await panelSays('10 cases loaded, there are more')
  await desk.panel.getByRole('button', { name: 'Load up to 10 more' }).focus()
  await desk.page.keyboard.press('Enter')
  await panelSays('11 cases')
  await desk.panel.getByRole('status').getByText('1 more case, 11 in all').waitFor()
})

test('a contact and its cases are on screen without a word on the console', async () => {
  const said: string[] = []
  const page = await desktop.openPage({}, async (empty) => void empty.on('console', (line) => said.push(line.text())))
  const quiet = { ...desk, page, ccp: await ccpOf(page) }
  await desktop.ring(quiet, 3)
  await page.locator('[data-case-id]').first().waitFor()
  expect(said).toEqual([])
})
