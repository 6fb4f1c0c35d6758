import { z } from 'zod'
import { channels } from './setup.ts'

const phases = ['incoming', 'connecting', 'connected', 'paused', 'missed', 'rejected', 'afterCallWork'] as const

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
})

/** Everything the softphone knows; plain data, so that a reload can bring it back. */
export const desk = z.object({
  /** Whether the agent may use the softphone; only one who is signed in hears from it. */
  access: z.enum(['signedIn', 'signedOut', 'expired', 'denied']),
  /** When the page begins to answer its host; null: not until told. */
  answersFrom: z.number().nullable(),
  /** The agent's login name. */
  agent: z.string(),
  agentState: z.object({ name: z.string(), since: z.number() }),
  contacts: z.array(contact),
  viewedContactId: z.string().nullable(),
})

export type Desk = z.infer<typeof desk>
export type Contact = z.infer<typeof contact>
export type Phase = Contact['phase']

/** The states an agent can choose. */
export const agentStates = [
  { name: 'Available', type: 'routable' },
  { name: 'Break', type: 'not_routable' },
  { name: 'Lunch', type: 'not_routable' },
  { name: 'Training', type: 'not_routable' },
  { name: 'Offline', type: 'offline' },
] as const

/** A desk nobody has called yet. */
export function emptyDesk(agent: string, answersFrom: number | null, at: number): Desk {
  return {
    access: 'signedIn',
    answersFrom,
    agent,
    agentState: { name: 'Available', since: at },
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
