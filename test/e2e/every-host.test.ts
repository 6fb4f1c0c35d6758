import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Customer, customerWith } from '../support/hosts/customers.ts'
import { framedPage } from '../support/hosts/framed-page.ts'
import type { Host } from '../support/hosts/host-desk.ts'
import { libraryDesktops } from '../support/hosts/library-desktops.ts'
import { type Stages, startStages } from '../support/hosts/start-stages.ts'
import { streamsPage } from '../support/hosts/streams-page.ts'
import { watchDocuments } from '../support/hosts/watch-documents.ts'
import { workspaceApp } from '../support/hosts/workspace-app.ts'
import { listedCases } from '../support/listed-cases.ts'
import { signInAs } from '../support/sign-in-desktop.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'

const one = customerWith(1)
const three = customerWith(3)
const eleven = customerWith(11)

let stages: Stages
let browser: TestBrowser

beforeAll(async () => {
  const [newStages, newBrowser] = await Promise.all([startStages(), launchTestBrowser()])
  stages = newStages
  browser = newBrowser
})

afterEach(async () => {
  await browser.closePages()
  await stages.emulator.reset()
})

afterAll(async () => {
  await browser.close()
  await stages.close()
})

const hosts = [streamsPage, workspaceApp, framedPage, ...libraryDesktops]

/** One desk for each host, where this happens; at its end nothing was misplaced, asked for twice, or said on the console. */
function inEveryHost(sentence: string, happens: (desk: OpenDesk) => Promise<void>): void {
  test.for(hosts)(`$name: ${sentence}`, async (host) => {
    const desk = await open(host)
    await desk.says(null, 'No contact')
    await happens(desk)
    const { misplaced, repeated, console } = desk.watched
    expect([...misplaced(), ...repeated(), ...console()]).toEqual([])
  })
}

type OpenDesk = Awaited<ReturnType<typeof open>>

/** An empty desk in this host, and what can be seen there. */
async function open(host: Host, stage = stages.open) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } })
  // Sooner than the test's own limit, so that a failure says what was waited for.
  page.setDefaultTimeout(20_000)
  const watched = await watchDocuments(page)
  const desk = await host.open(page, stage)

  /** Waits for a text in the panel of this contact, or of none. */
  const says = (contactId: string | null, text: string) =>
    desk.panelOf(contactId).getByText(text, { exact: true }).first().waitFor()

  /** The contact is named, exactly its customer's cases are listed, and no document has any of another one. */
  async function shows({ contactName, caseIds }: Customer, contactId: string): Promise<void> {
    const panel = desk.panelOf(contactId)
    await says(contactId, caseIds.length === 1 ? '1 case' : `${caseIds.length} cases`)
    expect(await panel.getByRole('heading', { level: 2 }).textContent()).toBe(contactName)
    expect((await listedCases(panel)).toSorted()).toEqual(caseIds.toSorted())
    expect(await watched.strangers(contactId)).toEqual([])
  }

  return { ...desk, page, watched, says, shows }
}

inEveryHost('a contact rings, and its cases are there', async (desk) => {
  await desk.ring(three)
  await desk.shows(three, three.contactId)
  expect(desk.watched.listCalls()).toBe(1)
})

inEveryHost('an accepted contact keeps its cases, and nothing is asked for again', async (desk) => {
  await desk.ring(three)
  await desk.shows(three, three.contactId)
  await desk.accept(three.contactId)
  await desk.says(three.contactId, 'Connected')
  await desk.shows(three, three.contactId)
  expect(desk.watched.listCalls()).toBe(1)
})

inEveryHost('"Load more" brings what is missing, each case once', async (desk) => {
  await desk.ring(eleven)
  await desk.says(eleven.contactId, '10 cases loaded, there are more')
  expect(await listedCases(desk.panelOf(eleven.contactId))).toHaveLength(10)
  await desk.panelOf(eleven.contactId).getByRole('button', { name: 'Load up to 10 more' }).click()
  await desk.shows(eleven, eleven.contactId)
  expect(desk.watched.listCalls()).toBe(2)
})

inEveryHost('a transferred contact shows the cases from before, and says so', async (desk) => {
  await desk.ring(three)
  // The workspace tells nothing twice: an app that is opened after that does not know the phase.
  await desk.shows(three, three.contactId)
  await desk.accept(three.contactId)
  await desk.says(three.contactId, 'Connected')
  const next = await desk.transfer(three.contactId)
  desk.watched.inherits(next, three.contactId)
  await desk.says(next, 'Transferred')
  await desk.shows(three, next)
  expect(await desk.panelOf(next).getByText('Before the transfer').count()).toBe(3)
})

inEveryHost('of two contacts each has its own cases, also while answers are late', async (desk) => {
  stages.emulator.switches.set({ latency: { '*': { kind: 'fixed', ms: 150 } } })
  await desk.ring(three)
  await desk.accept(three.contactId)
  await desk.ring(one)
  await desk.accept(one.contactId)
  for (const { contactId } of [three, one, three, one, three]) await desk.view(contactId)
  await desk.shows(three, three.contactId)
  await desk.view(one.contactId)
  await desk.shows(one, one.contactId)
  await desk.view(three.contactId)
  await desk.shows(three, three.contactId)
  expect(desk.watched.listCalls()).toBe(2)
})

inEveryHost('an ended contact keeps its cases until it leaves the desk, and takes them along', async (desk) => {
  await desk.ring(three)
  await desk.shows(three, three.contactId)
  await desk.accept(three.contactId)
  await desk.says(three.contactId, 'Connected')
  await desk.end(three.contactId)
  await desk.says(three.contactId, 'After contact work')
  await desk.shows(three, three.contactId)
  await desk.close(three.contactId)
  await desk.says(null, 'No contact')
  await expect.poll(() => desk.watched.leftovers()).toEqual([])
})

inEveryHost('an agent who signs out leaves no case behind, and the next one finds none', async (desk) => {
  await desk.ring(three)
  await desk.accept(three.contactId)
  await desk.shows(three, three.contactId)
  await desk.signOut()
  await expect.poll(() => desk.watched.leftovers()).toEqual([])
  desk.watched.forgetQuestions()
  await desk.signIn('ben')
  await desk.says(null, 'No contact')
  expect(await desk.watched.leftovers()).toEqual([])
  await desk.ring(one)
  await desk.shows(one, one.contactId)
})

test.for([streamsPage, workspaceApp, framedPage])('$name: "Sign out" leaves no case in any document', async (host) => {
  for (const { contactId } of [three, one]) await isOfAnn(contactId)
  const desk = await open(host, stages.signIn)
  await signInAs('ann', { page: desk.page, panel: desk.panelOf(null) })
  await desk.says(null, 'No contact')
  for (const customer of [three, one]) {
    await desk.ring(customer)
    await desk.accept(customer.contactId)
    await desk.shows(customer, customer.contactId)
  }
  const panel = desk.panelOf(one.contactId)
  await panel.getByRole('button', { name: 'Sign out' }).click()
  await panel.getByText('You signed out.', { exact: false }).waitFor()
  await expect.poll(() => desk.watched.leftovers()).toEqual([])

  await signInAs('bob', { page: desk.page, panel })
  for (const { contactId } of [one, three]) {
    await desk.view(contactId)
    await desk.says(contactId, 'You may not see the cases of this contact. Ask your administrator for access.')
  }
  expect(await desk.watched.leftovers()).toEqual([])
  expect(desk.watched.misplaced()).toEqual([])
})

/** Ann is in conversation with this contact, as Amazon Connect says. */
async function isOfAnn(contactId: string): Promise<void> {
  const body = JSON.stringify({ contactId, agentUserId: 'user-ann', state: 'CONNECTED' })
  await fetch(`${stages.emulator.url}/_emulator/api/contact`, { method: 'PUT', body })
}
