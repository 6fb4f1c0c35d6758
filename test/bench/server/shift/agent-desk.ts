import { QueryClient } from '@tanstack/react-query'
import type { CasesClient } from '../../../../src/cases/cases-client.ts'
import { retryAt } from '../../../../src/cases/retry-at.ts'
import { parseAgentArn } from '../../../../src/contact/contact-arn.ts'
import type { DeskContact } from '../../../../src/contact/contact-source.ts'
import { contactToShow } from '../../../../src/contact/contact-to-show.ts'
import { createMemorySource } from '../../../../src/contact/memory-source.ts'
import { createHeadlessPanel } from '../../../../src/panel/testing/headless-panel.ts'
import { watchDesk } from '../../../../src/panel/watch-desk.ts'
import type { ContactWatch } from './contact-watch.ts'
import { instanceArn, usernameOf } from './shift-world.ts'

const alwaysShown = { isShown: () => true, subscribe: () => () => {} }

/**
 * One agent's page: the panel's own queries, refreshes and waits over a desk in memory. What only React does there is
 * done here by hand: it follows the desk, and asks again when the wait that a server asked for is over.
 */
export function openAgentDesk(agent: number, client: CasesClient, watch: ContactWatch) {
  const queryClient = new QueryClient()
  const agentArn = parseAgentArn(`${instanceArn}/agent/${usernameOf(agent)}`)
  if (agentArn === null) throw new Error(`not an agent: ${agent}`)
  const desk = { status: 'ready', agentArn, contacts: [] as readonly DeskContact[], viewedContactId: null } as const
  const source = createMemorySource(desk)
  const panel = createHeadlessPanel(client, queryClient, alwaysShown)
  const unwatch = watchDesk({ source, client, queryClient, visibility: alwaysShown })
  let shown: DeskContact | null = null
  let waitingUntil: number | null = null

  function look(): void {
    if (shown === null) return
    const view = panel.view(shown)
    watch.saw(agent, shown, view)
    const refresh = view.status === 'rows' || view.status === 'empty' ? view.refresh : null
    if (view.status === 'failed') whenDue(retryAt(view), panel.press)
    else if (view.status === 'rows' && view.more.status === 'failed') whenDue(retryAt(view.more), panel.press)
    else if (refresh?.status === 'failed') whenDue(retryAt(refresh), panel.refresh)
  }

  /** As <Wait> does: once for each time that a server names. */
  function whenDue(due: number | null, again: (contact: DeskContact) => void): void {
    if (due === null || due === waitingUntil) return
    waitingUntil = due
    const contact = shown
    setTimeout(() => contact !== null && contact.contactArn === shown?.contactArn && again(shown), due - Date.now())
  }

  let isLooking = false
  const stopLooking = queryClient.getQueryCache().subscribe(() => {
    if (isLooking) return // once for all that changes in one go, as the panel is drawn
    isLooking = true
    setImmediate(() => {
      isLooking = false
      look()
    })
  })

  return {
    agent,
    shows: (contactId: string) => shown?.contactId === contactId,
    /** The desk has this contact and shows it, or none. */
    set(contact: DeskContact | null): void {
      if (shown !== null && shown.contactArn !== contact?.contactArn) watch.left(agent, shown)
      source.set({ ...desk, contacts: contact === null ? [] : [contact] })
      const state = source.getSnapshot()
      shown = state.status === 'ready' ? contactToShow(state) : null
      panel.follow(shown)
      if (shown !== null) watch.shows(agent, shown)
      look()
    },
    press: () => void (shown !== null && panel.press(shown)),
    refresh: () => void (shown !== null && panel.refresh(shown)),
    hasMore(): boolean {
      const view = shown === null ? null : panel.view(shown)
      return view?.status === 'rows' && view.more.status === 'offered'
    },
    close(): void {
      this.set(null)
      stopLooking()
      unwatch()
      panel.close()
      queryClient.clear()
    },
  }
}

export type AgentDesk = ReturnType<typeof openAgentDesk>
