import { domainArnIn, roleArnIn } from '../arns.ts'
import type { DomainChange } from '../change.ts'
import type { Case, EventConfiguration, Performer, RelatedItem } from '../entities.ts'
import { wireFields } from '../field-value.ts'
import type { Seed } from '../seed-schema.ts'
import { seededTime } from '../seeded-time.ts'

/** An event as Amazon EventBridge hands it to its targets. */
export interface CaseEvent {
  readonly version: '0'
  readonly id: string
  readonly 'detail-type': 'Amazon Connect Cases Change'
  readonly source: 'aws.cases'
  readonly account: string
  readonly time: string
  readonly region: string
  readonly resources: readonly string[]
  readonly detail: object
}

type Account = Pick<Seed, 'accountId' | 'region' | 'instanceId'>

interface Subject {
  readonly eventType: string
  /** The part of the ARN after the domain's. */
  readonly resource: string
  readonly members: object
}

/**
 * The event of a change: "Case event payload and schema" in the Amazon Connect Administrator Guide. Null where there is
 * none: the configuration is off, or the change is of a template or a field.
 */
export function eventOf(
  change: DomainChange,
  { enabled, includedData }: EventConfiguration,
  account: Account,
  id: string,
): CaseEvent | null {
  const subject = enabled ? subjectOf(change, includedData) : null
  if (subject === null) return null
  const domainArn = domainArnIn(account, change.domainId)
  const { eventType, resource, members } = subject
  const performedBy = performerOf(change.performedBy, account)
  return {
    version: '0',
    id,
    'detail-type': 'Amazon Connect Cases Change',
    source: 'aws.cases',
    account: account.accountId,
    time: change.at.replace(/\.\d+Z$/, 'Z'),
    region: account.region,
    resources: [domainArn, `${domainArn}/${resource}`],
    detail: { version: '0', eventType, approximateChangeTime: change.at, performedBy, ...members },
  }
}

function subjectOf(change: DomainChange, included: EventConfiguration['includedData']): Subject | null {
  switch (change.kind) {
    case 'caseCreated':
      return caseSubject('CASE.CREATED', change.case, Object.keys(change.case.fields), included)
    case 'caseUpdated':
      return caseSubject('CASE.UPDATED', change.case, change.changedFieldIds, included)
    case 'caseDeleted':
      return caseSubject('CASE.DELETED', change.case, [], included)
    case 'relatedItemCreated':
      return itemSubject('RELATED_ITEM.CREATED', change.item, included)
    // One copy of the documentation names this type, another has no event at all: so it is a choice.
    case 'relatedItemDeleted':
      return itemSubject('CASE.RELATED_ITEM.DELETED', change.item, included)
    default:
      return null
  }
}

function caseSubject(
  eventType: string,
  one: Case,
  changedFieldIds: readonly string[],
  included: EventConfiguration['includedData'],
): Subject {
  const created = one.fields['created_datetime']
  const fields = wireFields(one, included?.caseData?.fields ?? [])
    .filter(({ value }) => !('emptyValue' in value))
    .map(({ id, value }) => [id, { value }] as const)
  return {
    eventType,
    resource: `case/${one.caseId}`,
    members: {
      changedFieldIds,
      case: {
        caseId: one.caseId,
        templateId: one.templateId,
        createdDateTime: typeof created === 'string' ? created : seededTime,
        fields: Object.fromEntries(fields),
      },
    },
  }
}

function itemSubject(eventType: string, item: RelatedItem, included: EventConfiguration['includedData']): Subject {
  const { type: relatedItemType, relatedItemId, caseId, associationTime: createdDateTime } = item
  const content =
    item.type === 'Contact' ? { contact: { contactArn: item.contactArn } } : { comment: { body: item.body } }
  return {
    eventType,
    resource: `case/${caseId}/related-item/${relatedItemId}`,
    members: {
      changedAttributes: [item.type === 'Contact' ? 'contact.contactArn' : 'comment.commentText'],
      relatedItem: {
        relatedItemType,
        relatedItemId,
        caseId,
        createdDateTime,
        ...(included?.relatedItemData?.includeContent ? content : {}),
      },
    },
  }
}

function performerOf(user: Performer | undefined, account: Account) {
  return { ...(user === undefined ? {} : { user }), iamPrincipalArn: roleArnIn(account) }
}
