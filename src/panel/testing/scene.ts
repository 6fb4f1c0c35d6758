import { focusManager, QueryClient } from '@tanstack/react-query'
import { type ListOptions, toListRows } from '../../cases/list-options.ts'
import { createVisibility } from '../../cases/testing/visibility-switch.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { keptPin, type Pin, pinFor, shownContact } from '../switcher/pin.ts'
import { watchDesk } from '../watch-desk.ts'
import { createCasesWorld } from './cases-world.ts'
import { arnsOn, type DeskModel, moveDesk, newDesk, stateOf } from './desk-moves.ts'
import { createHeadlessKeys } from './headless-keys.ts'
import { createHeadlessPanel } from './headless-panel.ts'
import { createElapsedWaits, waitsOf } from './headless-waits.ts'
import { gaps, losses, type Screen, stuckSpinners, untruths } from './screen.ts'
import type { Step } from './story.ts'

/** A desk, a panel without a document and a backend, and what a step does to them. */
export function createScene(counts: readonly number[]) {
  let desk = newDesk
  let pin: Pin | null = null
  let options: ListOptions = { grouped: true, order: 'listed', filter: '', collapsed: new Set() }
  let screen: Screen | null = null
  const world = createCasesWorld(counts, () => desk.session)
  const queryClient = new QueryClient()
  const visibility = createVisibility()
  const source = createMemorySource(stateOf(newDesk))
  queryClient.mount() // as the provider of a page does: paused retries go on when it is seen again
  const unwatch = watchDesk({ source, client: world.client, queryClient })
  const panel = createHeadlessPanel(world.client, queryClient, visibility)
  const keys = createHeadlessKeys()
  const waits = createElapsedWaits()

  function look(): Screen | null {
    const state = stateOf(desk)
    pin = keptPin(pin, state)
    const contact = state.status === 'ready' ? shownContact(pin, state) : null
    panel.follow(contact)
    if (contact?.contactArn !== screen?.contact.contactArn) {
      keys.leave()
      waits.leave()
    }
    if (contact === null) return null
    const view = panel.view(contact)
    const cases = view.status === 'rows' ? view.cases : []
    const { rows } = toListRows(cases, panel.templates(), options)
    keys.follow(rows)
    return { contact, session: desk.session, view, cases, rows, options }
  }

  function readAgain({ contact, view }: Screen) {
    if (view.status === 'failed') panel.press(contact)
    else panel.refresh(contact)
  }

  function fold(templateId: string, isCollapsed: boolean) {
    const collapsed = new Set(options.collapsed)
    if (isCollapsed) collapsed.add(templateId)
    else collapsed.delete(templateId)
    options = { ...options, collapsed }
  }

  function pressKey(shown: Screen, key: string) {
    const effect = keys.press(key, shown.rows)
    if (effect?.kind === 'press') panel.press(shown.contact)
    if (effect?.kind === 'refresh') readAgain(shown)
    if (effect?.kind === 'fold') fold(effect.templateId, effect.collapsed)
    if (effect?.kind === 'open' && !shown.cases.some(({ caseId }) => caseId === effect.caseId)) {
      throw new Error(`${effect.caseId} was opened and is not a case of ${shown.contact.contactId}`)
    }
  }

  function choose(at: number) {
    const state = stateOf(desk)
    if (state.status !== 'ready') return
    const chosen = state.contacts[at % Math.max(1, state.contacts.length)]
    if (chosen !== undefined) pin = pinFor(chosen, state)
  }

  function togglePin({ contact }: Screen) {
    const state = stateOf(desk)
    if (state.status !== 'ready') return
    pin = pin === null ? { agentArn: state.agentArn, contactId: contact.contactId } : null
  }

  function actOn(shown: Screen, step: Step) {
    const { contact, cases } = shown
    if (step.kind === 'press') panel.press(contact)
    if (step.kind === 'refresh') readAgain(shown)
    if (step.kind === 'key') pressKey(shown, step.key)
    if (step.kind === 'pin') togglePin(shown)
    const row = step.kind === 'retry' ? cases[step.at % Math.max(1, cases.length)] : undefined
    if (row !== undefined) panel.retry(row.caseId)
  }

  return {
    world,
    screen: () => screen,
    act(step: Step) {
      if (step.kind === 'desk') {
        desk = moveDesk(desk, step.move)
        source.set(stateOf(desk))
      }
      if (step.kind === 'settle') world.settleOne(step.at, step.fate)
      if (step.kind === 'visibility') {
        // In this order a page's own listeners are called: the query library's was there first.
        focusManager.setFocused(step.shown)
        visibility.set(step.shown)
      }
      if (step.kind === 'options') options = step.options
      if (step.kind === 'choose') choose(step.at)
      if (screen !== null) actOn(screen, step)
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
    /** When the next countdown on screen is over; null where there is none. */
    nextWait(now: number): number | null {
      const due = screen === null ? [] : waitsOf(screen.view).filter(({ until }) => until > now)
      return due.length === 0 ? null : Math.min(...due.map(({ until }) => until))
    },
    /** What countdowns do whose time has come; a page that nobody sees does not count. */
    elapse(now: number) {
      if (screen === null || !visibility.isShown()) return
      for (const wait of waits.take(screen.view, now)) {
        if (wait.then === 'press') panel.press(screen.contact)
        else readAgain(screen)
      }
    },
    hasMore: () =>
      screen?.view.status === 'failed' || (screen?.view.status === 'rows' && screen.view.more.status !== 'none'),
    expectStill: () => expectNone(screen === null ? [] : stuckSpinners(screen)),
    expectWhole: () => expectNone(screen === null ? [] : gaps(screen, world)),
    close() {
      panel.close()
      unwatch()
      queryClient.unmount()
      focusManager.setFocused(undefined)
    },
    expectForgotten: () =>
      expectNone(inMemory(queryClient).map(({ queryHash }) => `${queryHash} is in memory after the end`)),
  }
}

export type Scene = ReturnType<typeof createScene>

function expectNone(faults: readonly string[]) {
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** This world gives a contact the same cases at each read. */
function changesOf(changed: { readonly appeared: ReadonlySet<string>; readonly vanished: number } | null) {
  if (changed === null || (changed.appeared.size === 0 && changed.vanished === 0)) return []
  return [`a refresh is said to have brought ${changed.appeared.size} cases and lost ${changed.vanished}`]
}

/** What is in memory of contacts that are not on the desk. */
function strangers(queryClient: QueryClient, desk: DeskModel): readonly string[] {
  const allowed = arnsOn(desk)
  return inMemory(queryClient).flatMap(({ queryKey, queryHash }) => {
    const isOfContact = queryKey[0] === 'contact-cases' || queryKey[0] === 'case-details'
    const isAllowed = isOfContact ? allowed.has(String(queryKey[2])) : desk.status !== 'signedOut'
    return isAllowed ? [] : [`${queryHash} is in memory, and not on the desk`]
  })
}

function inMemory(queryClient: QueryClient) {
  return queryClient.getQueryCache().findAll({ predicate: (query) => query.state.data !== undefined })
}
