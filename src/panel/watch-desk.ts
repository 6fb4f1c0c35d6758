import type { QueryClient } from '@tanstack/react-query'
import type { CasesClient } from '../cases/cases-client.ts'
import type { CasesMemory } from '../cases/cases-in-memory.ts'
import { holdCases, holdTemplates } from '../cases/hold-cases.ts'
import { markDue, readDenied } from '../cases/read-again.ts'
import type { Visibility } from '../cases/visibility.ts'
import type { AgentArn, ContactArn } from '../contact/contact-arn.ts'
import type { ContactPhase, ContactSource, DeskContact, DeskState } from '../contact/contact-source.ts'

export interface WatchDeskOptions {
  readonly source: ContactSource
  readonly client: CasesClient
  readonly queryClient: QueryClient
  readonly visibility: Visibility
}

/**
 * Reads ahead and forgets, as the desk goes: cases are asked for when a contact rings, stay in memory while the
 * contact is on the desk, and leave with it. Everything leaves when the agent changes or may no longer look.
 * One for each panel; returns its undo, which forgets everything.
 */
export function watchDesk({ source, visibility, ...memory }: WatchDeskOptions): () => void {
  let watched: Watched | null = null

  function forget() {
    watched?.forget()
    watched = null
  }

  function onChange() {
    const state = source.getSnapshot()
    if (state.status === 'ready') {
      if (watched?.agentArn !== state.agentArn) forget()
      watched ??= watchAgent(state.agentArn, memory)
      watched.update(state.contacts)
      // A frame that nobody sees yet reads ahead, where its contact has just come, and no more.
      if (visibility.isShown() || state.contacts.some(isNew)) watched.readTemplates()
    } else if (endsSession(state)) forget()
  }

  const undo = [source.subscribe(onChange), visibility.subscribe(onChange)]
  onChange()
  return () => {
    for (const each of undo) each()
    forget()
  }
}

// A desk that only fell silent has the same agent and contacts when it answers again.
function endsSession(state: DeskState): boolean {
  return state.status === 'failed' && ['signed_out', 'access_denied', 'no_desktop'].includes(state.problem.code)
}

interface Watched {
  readonly agentArn: AgentArn
  update(contacts: readonly DeskContact[]): void
  readTemplates(): void
  forget(): void
}

/** What one agent's desk keeps in memory. */
function watchAgent(agentArn: AgentArn, memory: CasesMemory): Watched {
  const held = new Map<ContactArn, () => void>()
  const templates = holdTemplates(memory)
  let phases: ReadonlyMap<ContactArn, ContactPhase | null> = new Map()

  function update(contacts: readonly DeskContact[]) {
    const ringing = new Set(contacts.filter(isNew).flatMap(arnsOf))
    const present = new Set(contacts.flatMap(arnsOf))
    const through = new Map(contacts.map(({ contactArn, initialContactArn }) => [initialContactArn, contactArn]))
    for (const [arn, release] of held) {
      if (present.has(arn)) continue
      release()
      held.delete(arn)
    }
    for (const arn of present) {
      if (held.has(arn)) continue
      const throughContactArn = through.get(arn) ?? null
      held.set(arn, holdCases(memory, arn, { readAhead: ringing.has(arn), throughContactArn }))
    }
    for (const contact of contacts) followPhase(memory, contact, phases.get(contact.contactArn))
    phases = new Map(contacts.map(({ contactArn, phase }) => [contactArn, phase]))
  }

  return {
    agentArn,
    update,
    readTemplates: templates.read,
    forget() {
      update([])
      templates.forget()
    },
  }
}

function arnsOf({ contactArn, initialContactArn }: DeskContact): ContactArn[] {
  return initialContactArn === null ? [contactArn] : [contactArn, initialContactArn]
}

// Contacts that were there before the panel are read when they are viewed: five chats would cost five requests at once.
function isNew({ phase, phaseSince }: DeskContact): boolean {
  // A desk that tells of changes only does not say that it rings, but may say for how long it has been as it is.
  if (phase === null) return phaseSince !== null && Date.now() - phaseSince < newForMs
  return isRinging(phase)
}

const newForMs = 20_000

function isRinging(phase: ContactPhase): boolean {
  return phase === 'incoming' || phase === 'connecting'
}

// A contact that is accepted right after it rang costs nothing: what it shows was read a moment ago.
const freshForMs = 5_000

/**
 * A contact that was answered, or is wound up, may have other cases by now: what was read before is due. Whatever
 * its new phase, the server may say now that it is this agent's.
 */
function followPhase(memory: CasesMemory, contact: DeskContact, before: ContactPhase | null | undefined): void {
  const { phase } = contact
  if (before === undefined || before === phase) return
  const isAnswered = phase === 'connected' && (before === null || isRinging(before))
  for (const arn of arnsOf(contact)) {
    readDenied(memory, arn)
    if (isAnswered || phase === 'afterCallWork') markDue(memory, arn, freshForMs)
  }
}
