import { type Answer, failure, notFound, success } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { RelatedItem } from '../entities.ts'
import { ignored, performedBy, performerOf } from '../input-shapes.ts'
import { changed, inDomain, operation } from '../operation.ts'
import { overQuota, quotas } from '../quotas.ts'
import { id, oneOf, optional, required, type Shape, structure, text, union } from '../shape.ts'

const content = union({
  contact: structure({ contactArn: required(id) }),
  comment: structure({ body: required(text(1, 15_000)), contentType: required(oneOf('Text/Plain')) }),
  file: ignored,
  sla: ignored,
  connectCase: ignored,
  custom: ignored,
})

/**
 * Whether the contact exists is not looked at. A contact that is linked to the case already keeps its link, and the
 * answer is that link's: what the service does is undocumented, but its model calls the operation idempotent.
 */
export const createRelatedItem = operation({
  name: 'CreateRelatedItem',
  path: '/domains/{domainId}/cases/{caseId}/related-items/',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    caseId: required(id),
    type: required(oneOf('Contact', 'Comment', 'File', 'Sla', 'ConnectCase', 'Custom')),
    content: required(content),
    performedBy: optional(performedBy),
  }),
  answer: inDomain((domain, { input, at, newId }) => {
    const { domainId, caseId } = input
    if (!domain.cases.has(caseId)) return notFound('Case', caseId)
    const kept = contentOf(input)
    if ('errorType' in kept) return kept
    const link = kept.type === 'Contact' ? domain.relatedItems.linksByContact.get(kept.contactArn)?.get(caseId) : null
    if (link) return success(identityOf(domain, caseId, link.relatedItemId))
    if (domain.relatedItems.ofCase(caseId).size >= quotas.relatedItemsPerCase) {
      return overQuota('related items of a case', quotas.relatedItemsPerCase)
    }
    const performer = performerOf(input.performedBy)
    const item = { ...kept, relatedItemId: newId(), caseId, associationTime: at, ...performer }
    const change = { kind: 'relatedItemCreated', domainId, at, ...performer, item } as const
    return changed(identityOf(domain, caseId, item.relatedItemId), change)
  }),
})

export const deleteRelatedItem = operation({
  name: 'DeleteRelatedItem',
  method: 'DELETE',
  path: '/domains/{domainId}/cases/{caseId}/related-items/{relatedItemId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), caseId: required(id), relatedItemId: required(id) }),
  answer: inDomain((domain, { input: { domainId, caseId, relatedItemId }, at }) => {
    if (!domain.cases.has(caseId)) return notFound('Case', caseId)
    const item = domain.relatedItems.ofCase(caseId).get(relatedItemId)
    if (item === undefined) return notFound('RelatedItem', relatedItemId)
    return changed({}, { kind: 'relatedItemDeleted', domainId, at, item })
  }),
})

interface GivenContent {
  readonly type: string
  readonly content: typeof content extends Shape<infer T> ? T : never
}

type OwnContent<T> = T extends RelatedItem
  ? Omit<T, 'relatedItemId' | 'caseId' | 'associationTime' | 'performedBy'>
  : never

/** What the emulator keeps of a related item, or why it does not. */
function contentOf({ type, content }: GivenContent): OwnContent<RelatedItem> | Answer {
  if (type.toLowerCase() !== content.member.toLowerCase()) {
    return failure('ValidationException', `A related item of type ${type} cannot have the content ${content.member}`)
  }
  switch (content.member) {
    case 'contact':
      return { type: 'Contact', contactArn: content.value.contactArn }
    case 'comment':
      return { type: 'Comment', body: content.value.body }
    default:
      return failure('ValidationException', `The emulator keeps contacts and comments, not a related ${type}`)
  }
}

function identityOf({ domainArn }: Domain, caseId: string, relatedItemId: string): object {
  return { relatedItemId, relatedItemArn: `${domainArn}/case/${caseId}/related-item/${relatedItemId}` }
}
