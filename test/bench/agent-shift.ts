import { createRandom } from '../../src/simulator/desk/random.ts'
import { defaultSeed, seedOf } from '../support/emulator.ts'
import { caseCount, longestRingMs, missedShare, shortestRingMs, transferredShare } from './contact-mix.ts'

/** A contact of an agent's shift. */
export interface ShiftContact {
  readonly contactId: string
  readonly ringMs: number
  /** Nobody accepts it. */
  readonly isMissed: boolean
  /** The contact that the customer first had, where a colleague transferred it: that one has the cases. */
  readonly initialContactId: string | null
  readonly caseIds: readonly string[]
}

const contactCount = 20
const missedCount = Math.round(contactCount * missedShare)
const transferredCount = Math.round(contactCount * transferredShare)

/**
 * Contacts like a company's, in any order: each twentieth of its cases to a contact and of its rings once, and as many
 * missed and transferred ones, so that no seed makes a shift of luck.
 */
export function shiftContacts(seed: number): readonly ShiftContact[] {
  const random = createRandom(seed)
  const twentieths = Array.from({ length: contactCount }, (_, n) => (n + 0.5) / contactCount)
  const inAnyOrder = () => shuffled(twentieths, random)
  const [cases, rings, fates] = [inAnyOrder(), inAnyOrder(), inAnyOrder()]
  return twentieths.map((_, n) => {
    const contactId = `contact-${n}`
    const fate = Math.floor((fates[n] ?? 0) * contactCount)
    return {
      contactId,
      ringMs: Math.round(shortestRingMs + (rings[n] ?? 0) * (longestRingMs - shortestRingMs)),
      isMissed: fate < missedCount,
      initialContactId: fate >= contactCount - transferredCount ? `first-of-${contactId}` : null,
      caseIds: Array.from({ length: caseCount(cases[n] ?? 0) }, (_, of) => `${contactId}-case-${of}`),
    }
  })
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const drawn = items.map((item) => ({ item, at: random() }))
  return drawn.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}

/** The shipped seed's account, with these contacts and their cases. */
export function seedFor(contacts: readonly ShiftContact[]) {
  const { accountId, region, instanceId, domains } = defaultSeed()
  const caseIds = contacts.flatMap((contact) => contact.caseIds)
  return seedOf({
    accountId,
    region,
    instanceId,
    domains: [
      {
        domainId: domains[0]?.domainId,
        name: 'Shift',
        templates: [{ templateId: 'general', name: 'General', status: 'Active' }],
        cases: caseIds.map((caseId) => ({
          caseId,
          templateId: 'general',
          fields: { title: `About ${caseId}`, status: 'open' },
        })),
        contacts: contacts.map(({ contactId, initialContactId, caseIds: ofContact }) => ({
          contactId: initialContactId ?? contactId,
          caseIds: ofContact,
        })),
      },
    ],
  })
}
