import { keepPreviousData, QueryClient } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import fc from 'fast-check'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contactToShow } from '../contact/contact-to-show.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { en } from '../locales/en.ts'
import { ContactCases } from './contact-cases.tsx'
import { createPreferences } from './preferences.ts'
import { ContactCasesProvider } from './provider/contact-cases-provider.tsx'
import { useContactCases } from './provider/use-contact-cases.ts'
import { type CasesWorld, createCasesWorld, titleOf } from './testing/cases-world.ts'
import { type DeskModel, moveDesk, newDesk, stateOf } from './testing/desk-moves.ts'
import { createHands } from './testing/panel-hands.ts'
import { type Step, type Story, story } from './testing/story.ts'

const clock = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
beforeEach(() => void vi.useFakeTimers({ toFake: [...clock] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The contact that is named and the rows that are there, as anyone can read them in the document. */
function read(container: Element) {
  const selector = '[data-contact-id]'
  const heading = container.matches(selector) ? container : container.querySelector(selector)
  const rows = [...container.querySelectorAll<HTMLElement>('[data-case-id]')].map((row) => ({
    caseId: row.dataset['caseId'] ?? '',
    title: row.querySelector('.contact-cases-case-title')?.textContent ?? '',
  }))
  return {
    contactId: heading?.getAttribute('data-contact-id') ?? undefined,
    isPinned: heading?.textContent.includes(en.contact.pinned),
    rows,
  }
}

/** A part of the desktop's own, beside the panel. */
function OwnPart() {
  const shown = useContactCases()
  const rows = shown?.view.status === 'rows' ? shown.view.cases : []
  return (
    <aside data-contact-id={shown?.contact.contactId}>
      {rows.map(({ caseId, details }) => (
        <p key={caseId} data-case-id={caseId}>
          <b className="contact-cases-case-title">
            {details.status === 'known' ? details.found.title : nameless(caseId)}
          </b>
        </p>
      ))}
    </aside>
  )
}

/** A desktop's own client, with defaults that would show what was there before. */
const desktopClient = () => new QueryClient({ defaultOptions: { queries: { placeholderData: keepPreviousData } } })

function expectTruth(container: Element, desk: DeskModel, world: CasesWorld) {
  for (const part of container.children) expectTruthIn(part, desk, world)
}

/** Fails where a case or a title is on screen that does not belong to the contact whose name is on screen with it. */
function expectTruthIn(part: Element, desk: DeskModel, world: CasesWorld) {
  const { contactId, rows } = read(part)
  const contact = desk.contacts.find((each) => each.contactId === contactId)
  const allowed = contact
    ? [contact.contactArn, contact.initialContactArn].flatMap((arn) => (arn === null ? [] : world.casesOf(arn)))
    : []
  const caseIds = rows.map((row) => row.caseId)
  expect(allowed).toEqual(expect.arrayContaining(caseIds))
  expect(new Set(caseIds).size).toBe(caseIds.length)
  for (const { caseId, title } of rows) expect([titleOf(caseId), nameless(caseId)]).toContain(title)
}

/** What a row is called before its title is known. */
function nameless(caseId: string): string {
  return en.list.case.replace('{id}', caseId.slice(0, 8))
}

function expectTheContactOfTheDesk(container: Element, desk: DeskModel) {
  const { contactId, isPinned } = read(container)
  const state = stateOf(desk)
  if (!isPinned) expect(contactId).toBe(state.status === 'ready' ? contactToShow(state)?.contactId : undefined)
}

/** Calls back on every commit of React, also on those that no frame would show; collects what it throws. */
function watchCommits(container: Element, onCommit: () => void) {
  const failures: unknown[] = []
  const observer = new MutationObserver(() => {
    try {
      onCommit()
    } catch (failure) {
      failures.push(failure)
    }
  })
  observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true })
  return { failures, stop: () => observer.disconnect() }
}

function showDocument(shown: boolean) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(shown ? 'visible' : 'hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

async function tell({ counts, steps }: Story, isShared: boolean) {
  // A panel that nobody has seen yet names no contact.
  showDocument(true)
  let desk = newDesk
  const world = createCasesWorld(counts, () => desk.session)
  const source = createMemorySource(stateOf(desk))
  const preferences = createPreferences({ getItem: () => null, setItem: () => {} }, '')
  const { container } = render(
    <ContactCasesProvider
      source={source}
      client={world.client}
      preferences={preferences}
      queryClient={isShared ? desktopClient() : undefined}
    >
      {/* Nothing opens: a page of its own would take the focus along. */}
      <ContactCases onOpenCase={() => {}} />
      <OwnPart />
    </ContactCasesProvider>,
    { wrapper: StrictMode },
  )
  const commits = watchCommits(container, () => expectTruth(container, desk, world))
  const handle = createHands(container, preferences)
  const act = (step: Step) => {
    if (step.kind === 'desk') {
      desk = moveDesk(desk, step.move)
      source.set(stateOf(desk))
    } else if (step.kind === 'settle') world.settleOne(step.at, step.fate)
    else if (step.kind === 'visibility') showDocument(step.shown)
    else handle(step)
  }
  for (const step of steps) {
    act(step)
    await vi.advanceTimersByTimeAsync(step.kind === 'wait' ? step.ms : 0)
    expectTruth(container, desk, world)
    expectTheContactOfTheDesk(container, desk)
    expect(commits.failures).toEqual([])
  }
  commits.stop()
}

test('whatever happens in whatever order, each row in the document belongs to the contact named there', async () => {
  // The hook also clears up after a story that failed, while fast-check looks for a shorter one.
  const told = fc.asyncProperty(story(40), fc.boolean(), tell).afterEach(cleanup)
  await fc.assert(told, { numRuns: 40 })
}, 60_000)
