import { contactArnIn, domainArnIn } from './arns.ts'
import type { Seed, SeedCase, SeedDomain, SeedTemplate } from './seed-schema.ts'

/** A domain with an index for each way in: what is asked for by id is found without a search, however much there is. */
export interface Domain {
  readonly domainId: string
  readonly domainArn: string
  readonly name: string
  readonly templates: ReadonlyMap<string, SeedTemplate>
  readonly cases: ReadonlyMap<string, SeedCase>
  readonly casesByContact: ReadonlyMap<string, readonly SeedCase[]>
}

export interface Store {
  readonly domains: ReadonlyMap<string, Domain>
}

export function createStore(seed: Seed): Store {
  return { domains: new Map(seed.domains.map((domain) => [domain.domainId, createDomain(seed, domain)])) }
}

function createDomain(seed: Seed, { domainId, name, ...seeded }: SeedDomain): Domain {
  const cases = new Map(seeded.cases.map((one) => [one.caseId, one]))
  return {
    domainId,
    domainArn: domainArnIn(seed, domainId),
    name,
    templates: new Map(seeded.templates.map((template) => [template.templateId, template])),
    cases,
    casesByContact: new Map(
      seeded.contacts.map((contact) => [
        contactArnIn(seed, contact),
        contact.caseIds.flatMap((caseId) => cases.get(caseId) ?? []),
      ]),
    ),
  }
}
