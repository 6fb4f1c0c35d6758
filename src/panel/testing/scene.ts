import { focusManager, QueryClient } from '@tanstack/react-query'
import { toListRows } from '../../cases/list-options.ts'
import { createVisibility } from '../../cases/testing/visibility-switch.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { watchDesk } from '../watch-desk.ts'
import { createCasesWorld } from './cases-world.ts'
import { moveDesk, newDesk, stateOf } from './desk-moves.ts'
import { createHeadlessAgent, readAgain } from './headless-agent.ts'
import { createHeadlessPanel } from './headless-panel.ts'
import { createElapsedWaits, waitsOf } from './headless-waits.ts'
import { inMemory, strangers } from './memory-truths.ts'
import { changesOf, gaps, losses, type Screen, stuckSpinners, untruths } from './screen.ts'
import type { Step } from './story.ts'

/** A desk, an agent, a panel without a document and a backend, and what a step does to them. */
export function createScene(counts: readonly number[]) {
  let desk = newDesk
  let screen: Screen | null = null
  const world = createCasesWorld(counts, () => desk.session)
  const source = createMemorySource(stateOf(newDesk))
  const page = openPage(world, source)
  const { panel, agent, waits, visibility, queryClient } = page

  function look(): Screen | null {
    const contact = agent.contactOn(stateOf(desk))
    panel.follow(contact)
    if (contact?.contactArn !== screen?.contact.contactArn) {
      agent.keys.leave()
      waits.leave()
    }
    if (contact === null) return null
    const view = panel.view(contact)
    const cases = view.status === 'rows' ? view.cases : []
    const options = agent.options()
    const { rows } = toListRows(cases, panel.templates(), options)
    agent.keys.follow(rows)
    return { contact, session: desk.session, view, cases, rows, options }
  }

  return {
    ...createExpectations(() => screen, page, world),
    world,
    act(step: Step) {
      if (step.kind === 'desk') {
        desk = moveDesk(desk, step.move)
        source.set(stateOf(desk))
      }
      if (step.kind === 'settle') world.settleOne(step.at, step.fate)
      if (step.kind === 'visibility') {
        // In the order in which a page's listeners are called: the query library's was there first.
        focusManager.setFocused(step.shown)
        visibility.set(step.shown)
      }
      agent.act(step, stateOf(desk), screen)
    },
    /** Looks at the screen and into the memory; throws where either is not as it must be. */
    check() {
      const before = screen
      screen = look()
      expectNone([
        ...(screen === null ? [] : untruths(screen, world)),
        ...losses(before, screen),
        ...changesOf(panel.changed()),
        ...strangers(queryClient, desk),
        ...world.misuse,
      ])
    },
    /** What countdowns do whose time has come; a page that nobody sees does not count. */
    elapse(now: number) {
      if (screen === null || !visibility.isShown()) return
      for (const wait of waits.take(screen.view, now)) {
        if (wait.then === 'press') panel.press(screen.contact)
        else readAgain(panel, screen)
      }
    },
    close: page.close,
  }
}

export type Scene = ReturnType<typeof createScene>

type World = ReturnType<typeof createCasesWorld>
type Page = ReturnType<typeof openPage>

/** Everything that lives as long as a page does. */
function openPage({ client }: World, source: ReturnType<typeof createMemorySource>) {
  const queryClient = new QueryClient()
  queryClient.mount() // as its provider does: retries that paused go on when the page is seen again
  const visibility = createVisibility()
  const unwatch = watchDesk({ source, client, queryClient, visibility })
  const panel = createHeadlessPanel(client, queryClient, visibility)
  return {
    queryClient,
    visibility,
    panel,
    agent: createHeadlessAgent(panel),
    waits: createElapsedWaits(),
    close() {
      panel.close()
      unwatch()
      queryClient.unmount()
      focusManager.setFocused(undefined)
    },
  }
}

/** What must hold at times that a story knows. */
function createExpectations(screenNow: () => Screen | null, { queryClient, visibility }: Page, world: World) {
  return {
    /** When the next countdown on screen is over; null where there is none. */
    nextWait(now: number): number | null {
      const screen = screenNow()
      const due = screen === null ? [] : waitsOf(screen.view).filter(({ until }) => until > now)
      return due.length === 0 ? null : Math.min(...due.map(({ until }) => until))
    },
    hasMore(): boolean {
      const view = screenNow()?.view
      return view?.status === 'failed' || (view?.status === 'rows' && view.more.status !== 'none')
    },
    /** Where nothing is under way, and someone can see it: retries wait for that. */
    expectStill() {
      const screen = screenNow()
      if (screen !== null && world.pending() === 0 && visibility.isShown()) expectNone(stuckSpinners(screen))
    },
    expectWhole() {
      const screen = screenNow()
      if (screen !== null) expectNone(gaps(screen, world))
    },
    expectForgotten: () =>
      expectNone(inMemory(queryClient).map(({ queryHash }) => `${queryHash} is in memory after the end`)),
  }
}

function expectNone(faults: readonly string[]) {
  if (faults.length > 0) throw new Error(faults.join('\n'))
}
