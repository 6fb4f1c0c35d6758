import { type Desk, isAnswering } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import { agentUpdate } from './agent-update.ts'

/** What goes to the host: Streams' Conduit sends and takes `{event, data}`. */
export interface WireMessage {
  readonly event: string
  readonly data?: unknown
}

const farewells = {
  signedOut: 'terminated',
  expired: 'auth_fail',
  denied: 'access_denied',
  ctiExhausted: 'cti_authorize_retries_exhausted',
  authorizeExhausted: 'authorize_retries_exhausted',
} as const

/** What the host hears when the desk changes; `before` is null when the page has just opened. */
export function announcements(setup: DeskSetup, before: Desk | null, after: Desk, now: number): WireMessage[] {
  if (after.access !== 'signedIn') return farewell(before, after.access)
  if (!isAnswering(after, now)) return []
  const heard = before !== null && isAnswering(before, now) ? before : null
  if (heard === after) return []
  return [
    ...(heard ? [] : greeting),
    { event: 'agent::update', data: agentUpdate(setup, after, now) },
    ...(viewedIn(heard) === viewedIn(after) ? [] : [contactView(after.viewedContactId)]),
  ]
}

/** Streams waits for this acknowledge, which nobody asked for, and fails on one without data. */
const greeting: readonly WireMessage[] = [
  { event: 'acknowledge', data: { id: 'simulator' } },
  { event: 'update_connected_ccps', data: { length: 1 } },
]

/** A page that opens signed out says nothing, as Amazon's login page does; one that is denied says so each time. */
function farewell(before: Desk | null, access: keyof typeof farewells): WireMessage[] {
  if (before === null) return access === 'denied' ? [{ event: farewells.denied }] : []
  return before.access === access ? [] : [{ event: farewells[access] }]
}

function viewedIn(desk: Desk | null): string | null {
  return desk?.viewedContactId ?? null
}

/** Says "no contact" with an empty id. */
function contactView(contactId: string | null): WireMessage {
  return { event: 'contact::view', data: { contactId: contactId ?? '' } }
}
