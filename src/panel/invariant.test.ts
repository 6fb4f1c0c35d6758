import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readOn } from '../cases/case-list.ts'
import type { CasesClient } from '../cases/cases-client.ts'
import { toCasesView } from '../cases/cases-view.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { templatesQuery } from '../cases/templates-query.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { contactToShow } from '../contact/contact-to-show.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { type CasesWorld, createCasesWorld } from './testing/cases-world.ts'
import { arnsOn, type DeskModel, moveDesk, newDesk, stateOf } from './testing/desk-moves.ts'
import { type Step, type Story, story } from './testing/story.ts'
import { watchDesk } from './watch-desk.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

/** What the panel's hooks do, without React: observers whose options follow the contact, read as of now. */
function createHeadlessPanel(client: CasesClient, queryClient: QueryClient) {
  const thisList = new InfiniteQueryObserver(queryClient, contactCasesQuery(client, null))
  const initialList = new InfiniteQueryObserver(queryClient, contactCasesQuery(client, null))
  const templates = new QueryObserver(queryClient, templatesQuery(client))
  const undo = [thisList, initialList, templates].map((observer) => observer.subscribe(() => {}))
  return {
    follow(contact: DeskContact | null) {
      thisList.setOptions(contactCasesQuery(client, contact?.contactArn ?? null))
      initialList.setOptions(contactCasesQuery(client, contact?.initialContactArn ?? null))
    },
    view({ initialContactArn }: DeskContact) {
      const initial = initialContactArn === null ? null : initialList.getCurrentResult()
      return toCasesView(thisList.getCurrentResult(), initial)
    },
    press({ initialContactArn }: DeskContact) {
      const lists = initialContactArn === null ? [thisList] : [thisList, initialList]
      readOn(lists.map((list) => list.getCurrentResult()))
    },
    close: () => undo.forEach((each) => void each()),
  }
}

type HeadlessPanel = ReturnType<typeof createHeadlessPanel>

interface Shown {
  readonly contact: DeskContact
  readonly session: number
  readonly caseIds: readonly string[]
}

/** What is on screen now; throws where it is not the truth. */
function look(desk: DeskModel, world: CasesWorld, panel: HeadlessPanel): Shown | null {
  const state = stateOf(desk)
  const contact = state.status === 'ready' ? contactToShow(state) : null
  panel.follow(contact)
  if (contact === null) return null
  const view = panel.view(contact)
  const cases = view.status === 'rows' ? view.cases : []
  for (const { caseId, linkedTo } of cases) {
    const arn = linkedTo === 'this' ? contact.contactArn : contact.initialContactArn
    expect(world.casesOf(arn ?? 'nobody')).toContain(caseId)
  }
  const caseIds = cases.map((row) => row.caseId)
  expect(new Set(caseIds).size).toBe(caseIds.length)
  return { contact, session: desk.session, caseIds }
}

function expectNothingLost(before: Shown | null, now: Shown | null) {
  if (before?.contact.contactArn !== now?.contact.contactArn || before?.session !== now?.session) return
  expect(now?.caseIds).toEqual(expect.arrayContaining([...(before?.caseIds ?? [])]))
}

function expectOnlyTheDeskInMemory(queryClient: QueryClient, desk: DeskModel) {
  const remembered = queryClient
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.data !== undefined)
  const allowed = arnsOn(desk)
  for (const { queryKey } of remembered) {
    if (queryKey[0] === 'contact-cases') expect(allowed).toContain(queryKey[2])
    else expect(desk.status).not.toBe('signedOut')
  }
}

async function tell({ counts, steps }: Story) {
  let desk = newDesk
  const world = createCasesWorld(counts, () => desk.session)
  const queryClient = new QueryClient()
  const source = createMemorySource(stateOf(newDesk))
  const unwatch = watchDesk({ source, client: world.client, queryClient })
  const panel = createHeadlessPanel(world.client, queryClient)
  let shown: Shown | null = null

  const check = () => {
    const now = look(desk, world, panel)
    expectNothingLost(shown, now)
    shown = now
    expectOnlyTheDeskInMemory(queryClient, desk)
    expect(world.misuse).toEqual([])
  }
  const act = (step: Step) => {
    if (step.kind === 'desk') {
      desk = moveDesk(desk, step.move)
      source.set(stateOf(desk))
    } else if (step.kind === 'settle') world.settleOne(step.at, step.fate)
    else if (step.kind === 'press' && shown !== null) panel.press(shown.contact)
  }
  for (const step of steps) {
    act(step)
    check()
    await vi.advanceTimersByTimeAsync(step.kind === 'wait' ? step.ms : 0)
    check()
  }

  // From here on every answer is good: whatever failed before, pressing on brings every page.
  for (let presses = 0; presses < 20; presses += 1) {
    act({ kind: 'press' })
    do {
      world.settleOne(0, 'answer')
      await vi.advanceTimersByTimeAsync(5_000)
      check()
    } while (world.pending() > 0)
  }
  if (shown !== null) expectComplete(shown, world)
  panel.close()
  unwatch()
  expect(queryClient.getQueryCache().findAll({ predicate: (query) => query.state.data !== undefined })).toEqual([])
}

function expectComplete({ contact, caseIds }: Shown, world: CasesWorld) {
  const arns = [contact.contactArn, contact.initialContactArn].filter((arn) => arn !== null)
  expect(new Set(caseIds)).toEqual(new Set(arns.flatMap((arn) => world.casesOf(arn))))
}

test('whatever happens in whatever order, each row belongs to the contact that is named', {
  timeout: 60_000,
}, async () => {
  await fc.assert(fc.asyncProperty(story(60), tell), { numRuns: 200 })
})
