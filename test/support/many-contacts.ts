import { contactArnIn } from '../../src/emulator/arns.ts'
import { seedOf } from './emulator.ts'

/** A company with as many contacts as are told, of one case each, and their ARNs. */
export function manyContacts(count: number) {
  const numbers = Array.from({ length: count }, (_, n) => n)
  const seed = seedOf({
    ...{ accountId: '111122223333', region: 'us-east-1', instanceId: 'd1784030-35c9-48c4-a68d-c8f46a423cf9' },
    domains: [
      {
        ...{ domainId: 'domain', name: 'domain' },
        templates: [{ templateId: 'repair', name: 'Repair', status: 'Active' }],
        cases: numbers.map((n) => ({ caseId: `case-${n}`, templateId: 'repair', fields: { title: `Case ${n}` } })),
        contacts: numbers.map((n) => ({ contactId: `contact-${n}`, caseIds: [`case-${n}`] })),
      },
    ],
  })
  return { seed, contactArns: seed.domains[0]?.contacts.map((contact) => contactArnIn(seed, contact)) ?? [] }
}
