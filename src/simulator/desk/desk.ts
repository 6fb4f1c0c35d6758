import { z } from 'zod'
import { channels } from './setup.ts'

/** Where a contact can stand. */
export const phases = [
  'incoming',
  'pending',
  'connecting',
  'connected',
  'paused',
  'missed',
  'rejected',
  'error',
  'afterCallWork',
] as const

/** Whether the agent may use the softphone, and if not, why. */
export const accesses = ['signedIn', 'signedOut', 'expired', 'denied', 'ctiExhausted', 'authorizeExhausted'] as const

const contact = z.object({
  contactId: z.string(),
  /** The first contact of the chain; the contact's own id where it was not transferred. */
  initialContactId: z.string(),
  channel: z.enum(channels),
  queueName: z.string(),
  label: z.string(),
  phase: z.enum(phases),
  phaseSince: z.number(),
  arrivedAt: z.number(),
  /** Accepted or transferred in: it connects by itself. */
  accepted: z.boolean(),
  /** Somebody else in a call: asked while the customer is on hold, or talking with both. */
  thirdParty: z.enum(['consulted', 'conferenced']).nullable(),
})

/** Everything the softphone knows; plain data, so that a reload can bring it back. */
export const desk = z.object({
  /** Only an agent who is signed in hears from the softphone. */
  access: z.enum(accesses),
  /** When the page begins to answer its host; null: not until told. */
  answersFrom: z.number().nullable(),
  /** The agent's login name. */
  agent: z.string(),
  /** Chosen by the agent, or left by a call that went wrong. */
  agentState: z.object({ name: z.string(), since: z.number() }),
  /** The state that follows once the last contact is gone. */
  nextState: z.string().nullable(),
  contacts: z.array(contact),
  viewedContactId: z.string().nullable(),
})

export type Desk = z.infer<typeof desk>
export type Contact = z.infer<typeof contact>
export type Phase = Contact['phase']
export type Access = Desk['access']

/** A desk nobody has called yet. */
export function emptyDesk(agent: string, answersFrom: number | null, at: number): Desk {
  return {
    access: 'signedIn',
    answersFrom,
    agent,
    agentState: { name: 'Available', since: at },
    nextState: null,
    contacts: [],
    viewedContactId: null,
  }
}

/** Whether the page talks to its host now. */
export function isAnswering(desk: Desk, now: number): boolean {
  return desk.access === 'signedIn' && desk.answersFrom !== null && desk.answersFrom <= now
}

export function findContact(desk: Desk, contactId: string): Contact | undefined {
  return desk.contacts.find((contact) => contact.contactId === contactId)
}
