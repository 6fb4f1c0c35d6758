import type { ContactPhase, DeskContact, DeskState } from './contact-source.ts'

/** What asks most for the agent's attention comes first. */
const urgency: Record<ContactPhase, number> = {
  // Most channels ring as `connecting`; only queue callbacks ring as `incoming` (amazon-connect-streams #85, #218).
  incoming: 0,
  connecting: 0,
  connected: 1,
  paused: 1,
  afterCallWork: 2,
  missed: 3,
  ended: 3,
}

function urgencyOf({ phase }: DeskContact): number {
  return phase === null ? urgency.connected : urgency[phase]
}

/**
 * The contact whose cases the agent needs now: the one the desk says is viewed, and no other.
 * Where the desk names none: one that rings, else one in conversation, else after-call work, else what was missed or
 * has ended; among equals the one that came last.
 */
export function contactToShow(state: Extract<DeskState, { status: 'ready' }>): DeskContact | null {
  const { contacts, viewedContactId } = state
  if (viewedContactId !== null) return contacts.find((contact) => contact.contactId === viewedContactId) ?? null
  const newestFirst = contacts.toReversed()
  return newestFirst.toSorted((a, b) => urgencyOf(a) - urgencyOf(b))[0] ?? null
}
