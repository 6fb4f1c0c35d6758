import { contactArnIn, domainArnIn } from './arns.ts'
import type { DomainChange, TokenUse } from './change.ts'
import type { Case, EventConfiguration, Field, Layout, RelatedItem, Template } from './entities.ts'
import { createRelatedItems, type RelatedItems } from './related-items.ts'
import type { Seed, SeedContact, SeedDomain } from './seed-schema.ts'
import { seededTime } from './seeded-time.ts'
import { systemFields } from './system-fields.ts'

/** What a client token was used for, and the case that came of it. */
interface TokenRecord extends TokenUse {
  readonly caseId: string
}

/** A domain with an index for each way in: what is asked for by id is found without a search, however much there is. */
export interface Domain {
  readonly domainId: string
  readonly domainArn: string
  readonly name: string
  readonly templates: ReadonlyMap<string, Template>
  readonly fields: ReadonlyMap<string, Field>
  readonly layouts: ReadonlyMap<string, Layout>
  readonly cases: ReadonlyMap<string, Case>
  readonly relatedItems: RelatedItems
  /** The channels of seeded contacts, by ARN. */
  readonly channels: ReadonlyMap<string, NonNullable<SeedContact['channel']>>
  readonly clientTokens: ReadonlyMap<string, TokenRecord>
  readonly eventConfiguration: EventConfiguration
}

/** A domain as its store has it. */
interface OwnDomain extends Domain {
  apply(change: DomainChange): void
}

export function createDomain(seed: Seed, seeded: SeedDomain): OwnDomain {
  const templates = new Map<string, Template>(seeded.templates.map((template) => [template.templateId, template]))
  const fields = new Map([...systemFields, ...customFields(seeded)].map((field) => [field.fieldId, field]))
  const cases = new Map<string, Case>(seeded.cases.map((one) => [one.caseId, one]))
  const relatedItems = createRelatedItems(seededLinks(seed, seeded))
  const clientTokens = new Map<string, TokenRecord>()
  let eventConfiguration: EventConfiguration = { enabled: false }

  function apply(change: DomainChange): void {
    switch (change.kind) {
      case 'caseCreated': {
        const { tokenUse } = change
        cases.set(change.case.caseId, change.case)
        if (tokenUse) clientTokens.set(tokenUse.clientToken, { ...tokenUse, caseId: change.case.caseId })
        return
      }
      case 'caseUpdated':
        cases.set(change.case.caseId, change.case)
        return
      case 'caseDeleted':
        cases.delete(change.case.caseId)
        relatedItems.deleteCase(change.case.caseId)
        return
      case 'relatedItemCreated':
        relatedItems.add(change.item)
        return
      case 'relatedItemDeleted':
        relatedItems.delete(change.item)
        return
      case 'templatePut':
        templates.set(change.template.templateId, change.template)
        return
      case 'fieldPut':
        fields.set(change.field.fieldId, change.field)
        return
      case 'eventConfigurationPut':
        eventConfiguration = change.eventConfiguration
    }
  }

  return {
    domainId: seeded.domainId,
    domainArn: domainArnIn(seed, seeded.domainId),
    name: seeded.name,
    templates,
    fields,
    layouts: new Map((seeded.layouts ?? []).map((layout) => [layout.layoutId, layout])),
    cases,
    relatedItems,
    channels: new Map(
      seeded.contacts.flatMap((one) => (one.channel ? [[contactArnIn(seed, one), one.channel] as const] : [])),
    ),
    clientTokens,
    get eventConfiguration() {
      return eventConfiguration
    },
    apply,
  }
}

// A seeded field with a system field's id takes its place: so a seed gives `status` more options.
function customFields({ fields = [] }: SeedDomain): Field[] {
  const systemIds = new Set(systemFields.map(({ fieldId }) => fieldId))
  return fields.map(({ options = [], description, ...field }) => ({
    ...field,
    ...(description === undefined ? {} : { description }),
    namespace: systemIds.has(field.fieldId) ? 'System' : 'Custom',
    options,
  }))
}

// The ids are made of positions, so that they are the same after a restart.
function seededLinks(seed: Seed, { contacts }: SeedDomain): RelatedItem[] {
  return contacts.flatMap((contact, contactIndex) =>
    contact.caseIds.map((caseId, caseIndex) => ({
      type: 'Contact' as const,
      relatedItemId: `seeded-${contactIndex}-${caseIndex}`,
      caseId,
      contactArn: contactArnIn(seed, contact),
      associationTime: seededTime,
    })),
  )
}
