import { contactArnIn } from './arns.ts'
import type { Seed, SeedDomain } from './seed-schema.ts'

interface Wrong {
  readonly path: string
  readonly message: string
}

/** The first id that is given twice, or that names something the domain does not have. */
export function findWrongReference(seed: Seed): Wrong | null {
  const { repeated } = indexOf(seed.domains, (domain) => domain.domainId)
  if (repeated !== null) return { path: `domains[${repeated}].domainId`, message: 'is the id of an earlier domain' }
  const users = indexOf(seed.users ?? [], (user) => user.userId)
  if (users.repeated !== null)
    return { path: `users[${users.repeated}].userId`, message: 'is the id of an earlier user' }
  const profiles = indexOf(seed.securityProfiles ?? [], (profile) => profile.securityProfileId)
  if (profiles.repeated !== null) {
    const path = `securityProfiles[${profiles.repeated}].securityProfileId`
    return { path, message: 'is the id of an earlier security profile' }
  }
  for (const [index, domain] of seed.domains.entries()) {
    const wrong = findInDomain(seed, domain)
    if (wrong !== null) return { ...wrong, path: `domains[${index}].${wrong.path}` }
  }
  return null
}

function findInDomain(seed: Seed, domain: SeedDomain): Wrong | null {
  const templates = indexOf(domain.templates, (template) => template.templateId)
  if (templates.repeated !== null) {
    return { path: `templates[${templates.repeated}].templateId`, message: 'is the id of an earlier template' }
  }
  const fields = indexOf(domain.fields ?? [], (field) => field.fieldId)
  if (fields.repeated !== null) {
    return { path: `fields[${fields.repeated}].fieldId`, message: 'is the id of an earlier field' }
  }
  const cases = indexOf(domain.cases, (one) => one.caseId)
  if (cases.repeated !== null) {
    return { path: `cases[${cases.repeated}].caseId`, message: 'is the id of an earlier case' }
  }
  const orphan = domain.cases.findIndex((one) => !templates.ids.has(one.templateId))
  if (orphan >= 0) {
    const templateId = domain.cases[orphan]?.templateId
    return { path: `cases[${orphan}].templateId`, message: `no template "${templateId}" in this domain` }
  }
  return findInContacts(seed, domain, cases.ids)
}

function findInContacts(seed: Seed, domain: SeedDomain, caseIds: ReadonlySet<string>): Wrong | null {
  const contacts = indexOf(domain.contacts, (contact) => contactArnIn(seed, contact))
  if (contacts.repeated !== null) {
    const member = domain.contacts[contacts.repeated]?.contactId === undefined ? 'contactArn' : 'contactId'
    return { path: `contacts[${contacts.repeated}].${member}`, message: 'names an earlier contact' }
  }
  for (const [index, contact] of domain.contacts.entries()) {
    const links = indexOf(contact.caseIds, (caseId) => caseId)
    const unknown = contact.caseIds.findIndex((caseId) => !caseIds.has(caseId))
    if (unknown >= 0) {
      const path = `contacts[${index}].caseIds[${unknown}]`
      return { path, message: `no case "${contact.caseIds[unknown]}" in this domain` }
    }
    if (links.repeated !== null) {
      return { path: `contacts[${index}].caseIds[${links.repeated}]`, message: 'is linked twice' }
    }
  }
  return null
}

/** The ids of the items, and the index of the first one whose id an earlier one has. */
function indexOf<T>(items: readonly T[], idOf: (item: T) => string): { ids: Set<string>; repeated: number | null } {
  const ids = new Set<string>()
  let repeated: number | null = null
  for (const [index, item] of items.entries()) {
    const id = idOf(item)
    if (ids.has(id)) repeated ??= index
    ids.add(id)
  }
  return { ids, repeated }
}
