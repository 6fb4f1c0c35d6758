import type { SeedContact } from '../../../src/emulator/seed-schema.ts'
import { defaultSeed } from '../emulator.ts'

/** Somebody of the shipped seed who contacts the agent. */
export interface Customer {
  readonly contactId: string
  readonly channel: 'voice' | 'chat' | 'task' | 'email'
  readonly queueName: string
  /** What the panel calls the contact. */
  readonly contactName: string
  readonly caseIds: readonly string[]
}

const seed = defaultSeed()
const [domain] = seed.domains
const channelNames = { voice: 'Voice', chat: 'Chat', task: 'Task', email: 'Email' } as const

/** The customer with this many cases. */
export function customerWith(cases: number): Customer {
  const contact = domain?.contacts.find(({ caseIds }) => caseIds.length === cases)
  if (!contact) throw new Error(`The seed has no contact with ${cases} cases.`)
  return customerOf(contact)
}

// Each comes through a queue of their own, so that the panel's name of a contact tells whose it is.
function customerOf({ contactId = '', channel = 'chat', label: queueName = '', caseIds }: SeedContact): Customer {
  return { contactId, channel, queueName, contactName: `${channelNames[channel]} · ${queueName}`, caseIds }
}

/** What only one contact's cases have: their ids, references and titles, and whose contact that is. */
export const marks: ReadonlyMap<string, string> = marksOfOne()

function marksOfOne(): Map<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const { contactId = '', caseIds } of domain?.contacts ?? []) {
    for (const caseId of caseIds) {
      const fields = domain?.cases.find((one) => one.caseId === caseId)?.fields
      for (const mark of [caseId, fields?.['reference_number'], fields?.['title']]) {
        if (typeof mark === 'string') owners.set(mark, (owners.get(mark) ?? new Set()).add(contactId))
      }
    }
  }
  return new Map([...owners].flatMap(([mark, [owner = '', ...others]]) => (others.length === 0 ? [[mark, owner]] : [])))
}

/** What the panel may list under each name of a contact. */
export const casesByName: ReadonlyMap<string, readonly string[]> = new Map(
  domain?.contacts.map(customerOf).map(({ contactName, caseIds }) => [contactName, caseIds]),
)
