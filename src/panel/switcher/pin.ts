import type { AgentArn, ContactId } from '../../contact/contact-arn.ts'
import type { DeskContact, DeskState } from '../../contact/contact-source.ts'
import { contactToShow } from '../../contact/contact-to-show.ts'

type ReadyDesk = Extract<DeskState, { status: 'ready' }>

/** The contact that an agent wants to keep in the panel, whatever the desk views. */
export interface Pin {
  readonly agentArn: AgentArn
  readonly contactId: ContactId
}

/** Whether the contact on screen is pinned, and how to change it. */
export interface PinChoice {
  readonly pinned: boolean
  readonly onToggle: () => void
}

/** The pin as long as it holds: it goes with its contact and its agent. A desk that only fell silent keeps it. */
export function keptPin(pin: Pin | null, desk: DeskState): Pin | null {
  if (desk.status === 'ready') return pin !== null && pinnedContact(pin, desk) !== null ? pin : null
  const signedOut = desk.status === 'failed' && desk.problem.code === 'signed_out'
  return signedOut ? null : pin
}

/** The contact the panel shows: the pinned one, otherwise the desk's. */
export function shownContact(pin: Pin | null, desk: ReadyDesk): DeskContact | null {
  return (pin === null ? null : pinnedContact(pin, desk)) ?? contactToShow(desk)
}

/** The pin after the agent chose a contact: the one the desk views anyway needs none. */
export function pinFor({ contactId }: DeskContact, desk: ReadyDesk): Pin | null {
  return contactToShow(desk)?.contactId === contactId ? null : { agentArn: desk.agentArn, contactId }
}

function pinnedContact({ agentArn, contactId }: Pin, desk: ReadyDesk): DeskContact | null {
  if (desk.agentArn !== agentArn) return null
  return desk.contacts.find((contact) => contact.contactId === contactId) ?? null
}
