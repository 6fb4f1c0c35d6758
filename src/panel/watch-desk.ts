import { InfiniteQueryObserver, type QueryClient, QueryObserver } from '@tanstack/react-query'
import type { CasesClient } from '../cases/cases-client.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { templatesQuery } from '../cases/templates-query.ts'
import type { AgentArn, ContactArn } from '../contact/contact-arn.ts'
import type { ContactSource, DeskContact, DeskState } from '../contact/contact-source.ts'

export interface WatchDeskOptions {
  readonly source: ContactSource
  readonly client: CasesClient
  readonly queryClient: QueryClient
}

/**
 * Reads ahead and forgets, as the desk goes: cases are asked for when a contact rings, stay in memory while the
 * contact is on the desk, and leave with it. Everything leaves when the agent changes or may no longer look.
 * One for each panel; returns its undo, which forgets everything.
 */
export function watchDesk({ source, client, queryClient }: WatchDeskOptions): () => void {
  let watched: Watched | null = null

  function forget() {
    watched?.forget()
    watched = null
  }

  function onChange() {
    const state = source.getSnapshot()
    if (state.status === 'ready') {
      if (watched?.agentArn !== state.agentArn) forget()
      watched ??= watchAgent(state.agentArn, client, queryClient)
      watched.update(state.contacts)
    } else if (endsSession(state)) forget()
  }

  const unsubscribe = source.subscribe(onChange)
  onChange()
  return () => {
    unsubscribe()
    forget()
  }
}

// A desk that only fell silent has the same agent and contacts when it answers again.
function endsSession(state: DeskState): boolean {
  return state.status === 'failed' && ['signed_out', 'access_denied'].includes(state.problem.code)
}

interface Watched {
  readonly agentArn: AgentArn
  update(contacts: readonly DeskContact[]): void
  forget(): void
}

/** What one agent's desk keeps in memory. */
function watchAgent(agentArn: AgentArn, client: CasesClient, queryClient: QueryClient): Watched {
  const held = new Map<ContactArn, () => void>()
  const forgetTemplates = holdTemplates(client, queryClient)

  function update(contacts: readonly DeskContact[]) {
    const ringing = new Set(contacts.filter(isRinging).flatMap(arnsOf))
    const present = new Set(contacts.flatMap(arnsOf))
    for (const [arn, release] of held) {
      if (present.has(arn)) continue
      release()
      held.delete(arn)
    }
    for (const arn of present) {
      if (!held.has(arn)) held.set(arn, holdCases(client, queryClient, arn, ringing.has(arn)))
    }
  }

  return {
    agentArn,
    update,
    forget() {
      update([])
      forgetTemplates()
    },
  }
}

function arnsOf({ contactArn, initialContactArn }: DeskContact): ContactArn[] {
  return initialContactArn === null ? [contactArn] : [contactArn, initialContactArn]
}

// Contacts that were there before the panel are read when they are viewed: five chats would cost five requests at once.
function isRinging({ phase }: DeskContact): boolean {
  return phase === 'incoming' || phase === 'connecting'
}

/** An observer keeps the answers in memory, and a request running that the panel stopped waiting for. */
function holdCases(client: CasesClient, queryClient: QueryClient, contactArn: ContactArn, readAhead: boolean) {
  const query = contactCasesQuery(client, contactArn)
  const release = new InfiniteQueryObserver(queryClient, { ...query, enabled: readAhead }).subscribe(() => {})
  return () => {
    release()
    queryClient.removeQueries({ queryKey: query.queryKey, exact: true })
  }
}

function holdTemplates(client: CasesClient, queryClient: QueryClient) {
  const query = templatesQuery(client)
  const release = new QueryObserver(queryClient, query).subscribe(() => {})
  return () => {
    release()
    queryClient.removeQueries({ queryKey: query.queryKey, exact: true })
  }
}
