import { arnOf } from '../../cases/testing/arns.ts'
import { type ContactId, parseAgentArn, parseContactId } from '../../contact/contact-arn.ts'
import type { DeskContact, DeskState } from '../../contact/contact-source.ts'

/** A connected chat of the billing queue, unless told otherwise. */
export function contactOf(contactId: string, more: Partial<DeskContact> = {}): DeskContact {
  return {
    contactArn: arnOf(contactId),
    contactId: contactIdOf(contactId),
    initialContactArn: null,
    channel: 'chat',
    queueName: 'Billing',
    phase: 'connected',
    phaseSince: null,
    ...more,
  }
}

/** A desk that answers; it views the contact of that id, or none. */
export function deskOf(contacts: readonly DeskContact[], viewed: string | null = null, agent = 'agent-1'): DeskState {
  const agentArn = parseAgentArn(`arn:aws:connect:us-east-1:111122223333:instance/i-1/agent/${agent}`)
  if (agentArn === null) throw new Error(`not an agent id: ${agent}`)
  return {
    status: 'ready',
    agentArn,
    contacts,
    viewedContactId: viewed === null ? null : contactIdOf(viewed),
  }
}

function contactIdOf(text: string): ContactId {
  const contactId = parseContactId(text)
  if (contactId === null) throw new Error(`not a contact id: ${text}`)
  return contactId
}
