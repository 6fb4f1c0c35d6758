import { cleanup, render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contactToShow } from '../contact/contact-to-show.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { ContactCases } from './contact-cases.tsx'
import { type CasesWorld, createCasesWorld } from './testing/cases-world.ts'
import { type DeskModel, moveDesk, newDesk, stateOf } from './testing/desk-moves.ts'
import { type Step, type Story, story } from './testing/story.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

/** The contact's id and its cases' names, as anyone can read them in the document. */
function read(container: Element) {
  const contactId = container.querySelector('[title^="Contact "]')?.getAttribute('title')?.slice('Contact '.length)
  const caseIds = [...container.querySelectorAll('li a')].map((link) => link.firstChild?.textContent ?? '')
  return { contactId, caseIds }
}

/** Fails where a case is on screen that does not belong to the contact whose name is on screen with it. */
function expectTruth(container: Element, desk: DeskModel, world: CasesWorld) {
  const { contactId, caseIds } = read(container)
  const contact = desk.contacts.find((each) => each.contactId === contactId)
  const allowed = contact
    ? [contact.contactArn, contact.initialContactArn].flatMap((arn) => (arn === null ? [] : world.casesOf(arn)))
    : []
  expect(allowed).toEqual(expect.arrayContaining(caseIds))
  expect(new Set(caseIds).size).toBe(caseIds.length)
}

function expectTheContactOfTheDesk(container: Element, desk: DeskModel) {
  const state = stateOf(desk)
  expect(read(container).contactId).toBe(state.status === 'ready' ? contactToShow(state)?.contactId : undefined)
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

async function tell({ counts, steps }: Story) {
  let desk = newDesk
  const world = createCasesWorld(counts, () => desk.session)
  const source = createMemorySource(stateOf(desk))
  const { container } = render(
    <ContactCases source={source} client={world.client} caseUrlTemplate="https://example.com/{caseId}" />,
    { wrapper: StrictMode },
  )
  const commits = watchCommits(container, () => expectTruth(container, desk, world))
  const act = (step: Step) => {
    if (step.kind === 'desk') {
      desk = moveDesk(desk, step.move)
      source.set(stateOf(desk))
    } else if (step.kind === 'settle') world.settleOne(step.at, step.fate)
    else if (step.kind === 'press') screen.queryByRole('button')?.click()
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
  const told = fc.asyncProperty(story(40), tell).afterEach(cleanup)
  await fc.assert(told, { numRuns: 40 })
}, 60_000)
