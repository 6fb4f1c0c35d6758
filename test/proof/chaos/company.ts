import { instanceArnIn } from '../../../src/emulator/arns.ts'
import { createRandom } from '../../../src/simulator/desk/random.ts'
import { seedOf } from '../../support/emulator.ts'

/** A contact that can ring, and what the panel must then show. */
export interface CompanyContact {
  readonly contactId: string
  /** The contact that it was transferred from, where it was. */
  readonly initialContactId: string | null
  /** Of both. */
  readonly caseIds: readonly string[]
}

const domainId = 'domain'

/** A company whose contacts have no case in common: a case under another contact's name gives itself away. */
export function createCompany(seed: number, count: number) {
  const random = createRandom(seed)
  const linked = (contactId: string) => {
    // Every sixth has more than a page.
    const cases = random() < 1 / 6 ? 11 + Math.floor(random() * 12) : Math.floor(random() * 5)
    return { contactId, caseIds: Array.from({ length: cases }, (_, n) => `case-${n}-of-${contactId}`) }
  }
  const contacts = Array.from({ length: count }, (_, n) => {
    const isTransferred = random() < 1 / 5
    return { own: linked(`contact-${n}`), initial: isTransferred ? linked(`first-${n}`) : null }
  })
  const all = contacts.flatMap(({ own, initial }) => (initial === null ? [own] : [own, initial]))
  const emulatorSeed = seedOf({
    ...{ accountId: '111122223333', region: 'us-east-1', instanceId: 'd1784030-35c9-48c4-a68d-c8f46a423cf9' },
    users: [{ userId: 'user-ann', username: 'ann' }],
    domains: [
      {
        ...{ domainId, name: 'domain', contacts: all },
        templates: templates.map(([templateId, name]) => ({ templateId, name, status: 'Active' })),
        cases: all.flatMap(({ caseIds }) =>
          caseIds.map((caseId, n) => ({
            caseId,
            templateId: templates[n % 2]?.[0],
            fields: { title: `Title of ${caseId}` },
          })),
        ),
      },
    ],
  })
  return {
    domainId,
    seed: emulatorSeed,
    instanceArn: instanceArnIn(emulatorSeed),
    contacts: contacts.map(
      ({ own, initial }): CompanyContact => ({
        contactId: own.contactId,
        initialContactId: initial?.contactId ?? null,
        caseIds: [...own.caseIds, ...(initial?.caseIds ?? [])],
      }),
    ),
  }
}

export type Company = ReturnType<typeof createCompany>

// A panel that shows an id of these has lost their names.
const templates = [
  ['template-1', 'Repair'],
  ['template-2', 'Return'],
] as const
