import { notFound } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { RelatedItem } from '../entities.ts'
import { ignored } from '../input-shapes.ts'
import { inDomain, operation } from '../operation.ts'
import { id, list, oneOf, optional, pageOfDomain, required, type Shape, structure, text, union } from '../shape.ts'

const filter = union({
  contact: structure({ channel: optional(list(text(1, 100), 0, 3)), contactArn: optional(id) }),
  comment: ignored,
  file: ignored,
  sla: ignored,
  connectCase: ignored,
  custom: ignored,
})

const search = {
  ...pageOfDomain(25),
  filters: optional(list(filter, 0, 10)),
}

/** In the order they were made; the order and the page without `maxResults` are undocumented. */
export const searchRelatedItems = operation({
  name: 'SearchRelatedItems',
  path: '/domains/{domainId}/cases/{caseId}/related-items-search',
  parametersIn: 'body',
  input: structure({ ...search, caseId: required(id) }),
  answer: inDomain((domain, { input: { caseId, filters }, paged }) => {
    if (!domain.cases.has(caseId)) return notFound('Case', caseId)
    const found = [...domain.relatedItems.ofCase(caseId).values()].filter((item) => passesOne(domain, item, filters))
    return paged(found, 25, (page, nextToken) => ({
      relatedItems: page.map((item) => wireItem(domain, item)),
      nextToken,
    }))
  }),
})

export const searchAllRelatedItems = operation({
  name: 'SearchAllRelatedItems',
  path: '/domains/{domainId}/related-items-search',
  parametersIn: 'body',
  input: structure({
    ...search,
    sorts: optional(
      list(
        structure({
          sortProperty: required(oneOf('AssociationTime', 'CaseId')),
          sortOrder: required(oneOf('Asc', 'Desc')),
        }),
        0,
        2,
      ),
    ),
  }),
  answer: inDomain((domain, { input: { filters, sorts = [] }, paged }) => {
    const found = [...domain.relatedItems.all()].filter((item) => passesOne(domain, item, filters))
    return paged(sorts.length === 0 ? found : found.sort(inOrderOf(sorts)), 25, (page, nextToken) => ({
      relatedItems: page.map((item) => ({ ...wireItem(domain, item), caseId: item.caseId })),
      nextToken,
    }))
  }),
})

type Filter = typeof filter extends Shape<infer T> ? T : never

// Several filters name several kinds of item, so an item passes that passes one of them.
function passesOne(domain: Domain, item: RelatedItem, filters: readonly Filter[] = []): boolean {
  return filters.length === 0 || filters.some((filter) => passes(domain, item, filter))
}

function passes(domain: Domain, item: RelatedItem, filter: Filter): boolean {
  if (filter.member !== 'contact') return filter.member === item.type.toLowerCase()
  if (item.type !== 'Contact') return false
  const { contactArn, channel = [] } = filter.value
  if (contactArn !== undefined && contactArn !== item.contactArn) return false
  return channel.length === 0 || channel.includes(channelOf(domain, item.contactArn))
}

interface Sort {
  readonly sortProperty: 'AssociationTime' | 'CaseId'
  readonly sortOrder: 'Asc' | 'Desc'
}

function inOrderOf(sorts: readonly Sort[]): (a: RelatedItem, b: RelatedItem) => number {
  return (a, b) => {
    for (const { sortProperty, sortOrder } of sorts) {
      const [x, y] = sortProperty === 'CaseId' ? [a.caseId, b.caseId] : [a.associationTime, b.associationTime]
      if (x !== y) return x < y === (sortOrder === 'Asc') ? -1 : 1
    }
    return 0
  }
}

function wireItem(domain: Domain, item: RelatedItem): object {
  const { relatedItemId, type, associationTime, performedBy } = item
  return { relatedItemId, type, associationTime, content: contentOf(domain, item), performedBy }
}

// The model requires a channel and a time of every contact; the emulator knows the channels of the seed. The rest is
// made up: a voice contact that was connected when it was linked.
function contentOf(domain: Domain, item: RelatedItem): object {
  if (item.type === 'Comment') return { comment: { body: item.body, contentType: 'Text/Plain' } }
  const { contactArn, associationTime } = item
  const channel = channelOf(domain, contactArn)
  return { contact: { contactArn, channel, connectedToSystemTime: associationTime } }
}

function channelOf({ channels }: Domain, contactArn: string): string {
  return (channels.get(contactArn) ?? 'voice').toUpperCase()
}
