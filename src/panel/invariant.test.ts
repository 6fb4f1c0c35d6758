import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaseRow } from '../cases/case-rows.ts'
import { type ListOptions, toListRows } from '../cases/list-options.ts'
import { createVisibility } from '../cases/testing/shown-cases.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { contactToShow } from '../contact/contact-to-show.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { type CasesWorld, createCasesWorld, titleOf } from './testing/cases-world.ts'
import { arnsOn, type DeskModel, moveDesk, newDesk, stateOf } from './testing/desk-moves.ts'
import { createHeadlessPanel, type HeadlessPanel } from './testing/headless-panel.ts'
import { type Step, type Story, story } from './testing/story.ts'
import { watchDesk } from './watch-desk.ts'

const clock = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
beforeEach(() => void vi.useFakeTimers({ toFake: [...clock] }))
afterEach(() => void vi.useRealTimers())

interface Shown {
  readonly contact: DeskContact
  readonly session: number
  readonly cases: readonly CaseRow[]
  readonly caseIds: readonly string[]
}

/** What is on screen now; throws where it is not the truth. */
function look(desk: DeskModel, world: CasesWorld, panel: HeadlessPanel, options: ListOptions): Shown | null {
  const state = stateOf(desk)
  const contact = state.status === 'ready' ? contactToShow(state) : null
  panel.follow(contact)
  if (contact === null) return null
  const view = panel.view(contact)
  const cases = view.status === 'rows' ? view.cases : []
  const linked = {
    this: new Set(world.casesOf(contact.contactArn)),
    initial: new Set(contact.initialContactArn === null ? [] : world.casesOf(contact.initialContactArn)),
  }
  expect(cases.filter(({ caseId, linkedTo }) => !linked[linkedTo].has(caseId))).toEqual([])
  expect(
    cases.filter(({ caseId, details }) => details.status === 'known' && details.found.title !== titleOf(caseId)),
  ).toEqual([])
  const caseIds = cases.map((row) => row.caseId)
  expect(new Set(caseIds).size).toBe(caseIds.length)
  expectOnlyThese(caseIds, toListRows(cases, panel.templates(), options).rows.filter(isCase))
  // This world gives a contact the same cases at each read.
  expect(panel.changed() ?? { appeared: new Set(), vanished: 0 }).toEqual({ appeared: new Set(), vanished: 0 })
  return { contact, session: desk.session, cases, caseIds }
}

function isCase(row: { readonly kind: string }): row is CaseRow {
  return row.kind === 'case'
}

/** However they are ordered, filtered and folded. */
function expectOnlyThese(caseIds: readonly string[], rows: readonly CaseRow[]) {
  expect(caseIds).toEqual(expect.arrayContaining(rows.map((row) => row.caseId)))
}

function expectNothingLost(before: Shown | null, now: Shown | null) {
  if (before?.contact.contactArn !== now?.contact.contactArn || before?.session !== now?.session) return
  expect(now?.caseIds).toEqual(expect.arrayContaining([...(before?.caseIds ?? [])]))
  const titled = (shown: Shown | null) =>
    shown?.cases.filter((row) => row.details.status === 'known').map((row) => row.caseId) ?? []
  expect(titled(now)).toEqual(expect.arrayContaining(titled(before)))
}

function expectOnlyTheDeskInMemory(queryClient: QueryClient, desk: DeskModel) {
  const allowed = arnsOn(desk)
  for (const { queryKey } of inMemory(queryClient)) {
    if (queryKey[0] === 'contact-cases' || queryKey[0] === 'case-details') expect(allowed).toContain(queryKey[2])
    else expect(desk.status).not.toBe('signedOut')
  }
}

/** A desk, a panel and a backend, and what a step does to them. */
function createScene(counts: readonly number[]) {
  let desk = newDesk
  let options: ListOptions = { grouped: true, order: 'listed', filter: '', collapsed: new Set() }
  let shown: Shown | null = null
  const world = createCasesWorld(counts, () => desk.session)
  const queryClient = new QueryClient()
  const visibility = createVisibility()
  const source = createMemorySource(stateOf(newDesk))
  const unwatch = watchDesk({ source, client: world.client, queryClient, visibility })
  const panel = createHeadlessPanel(world.client, queryClient, visibility)

  function actOn({ contact, caseIds }: Shown, step: Step) {
    if (step.kind === 'press') panel.press(contact)
    if (step.kind === 'refresh') panel.refresh(contact)
    const caseId = step.kind === 'retry' ? caseIds[step.at % Math.max(1, caseIds.length)] : undefined
    if (caseId !== undefined) panel.retry(caseId)
  }
  return {
    world,
    queryClient,
    shown: () => shown,
    act(step: Step) {
      if (step.kind === 'desk') {
        desk = moveDesk(desk, step.move)
        source.set(stateOf(desk))
      }
      if (step.kind === 'settle') world.settleOne(step.at, step.fate)
      if (step.kind === 'visibility') visibility.set(step.shown)
      if (step.kind === 'options') options = step.options
      if (shown !== null) actOn(shown, step)
    },
    check() {
      const now = look(desk, world, panel, options)
      expectNothingLost(shown, now)
      shown = now
      expectOnlyTheDeskInMemory(queryClient, desk)
      expect(world.misuse).toEqual([])
    },
    end() {
      panel.close()
      unwatch()
    },
  }
}

type Scene = ReturnType<typeof createScene>

/** From here on every answer is good. */
async function settleAll({ world, check }: Scene) {
  do {
    world.settleOne(0, 'answer')
    await vi.advanceTimersByTimeAsync(5_000)
    check()
  } while (world.pending() > 0)
}

async function tell({ counts, steps }: Story) {
  const scene = createScene(counts)
  for (const step of steps) {
    scene.act(step)
    scene.check()
    await vi.advanceTimersByTimeAsync(step.kind === 'wait' ? step.ms : 0)
    scene.check()
  }
  // Whatever failed before: pressing on brings every page, and a refresh every title.
  for (const kind of [...Array<'press'>(12).fill('press'), 'refresh' as const]) {
    scene.act({ kind })
    await settleAll(scene)
  }
  const shown = scene.shown()
  if (shown !== null) expectComplete(shown, scene.world)
  scene.end()
  expect(inMemory(scene.queryClient)).toEqual([])
}

function inMemory(queryClient: QueryClient) {
  return queryClient.getQueryCache().findAll({ predicate: (query) => query.state.data !== undefined })
}

function expectComplete({ contact, cases, caseIds }: Shown, world: CasesWorld) {
  const arns = [contact.contactArn, contact.initialContactArn].filter((arn) => arn !== null)
  expect(new Set(caseIds)).toEqual(new Set(arns.flatMap((arn) => world.casesOf(arn))))
  expect(new Set(cases.map((row) => row.details.status))).toEqual(new Set(['known']))
}

test('whatever happens in whatever order, each row belongs to the contact that is named', {
  timeout: 60_000,
}, async () => {
  await fc.assert(fc.asyncProperty(story(60), tell), { numRuns: 120 })
})
