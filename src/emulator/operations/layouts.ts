import { notFound, success } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { Layout } from '../entities.ts'
import { inDomain, operation } from '../operation.ts'
import { seededTime } from '../seeded-time.ts'
import { id, pageOfDomain, required, structure } from '../shape.ts'

export const listLayouts = operation({
  name: 'ListLayouts',
  path: '/domains/{domainId}/layouts-list',
  parametersIn: 'query',
  input: structure({
    ...pageOfDomain(100),
  }),
  answer: inDomain((domain, { paged }) =>
    paged([...domain.layouts.values()], 100, (page, nextToken) => ({
      layouts: page.map((layout) => summaryOf(domain, layout)),
      nextToken,
    })),
  ),
})

export const getLayout = operation({
  name: 'GetLayout',
  path: '/domains/{domainId}/layouts/{layoutId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), layoutId: required(id) }),
  answer: inDomain((domain, { input: { layoutId } }) => {
    const layout = domain.layouts.get(layoutId)
    if (layout === undefined) return notFound('Layout', layoutId)
    const basic = { topPanel: partOf(layout.topPanelFieldIds), moreInfo: partOf(layout.moreInfoFieldIds) }
    const times = { createdTime: seededTime, lastModifiedTime: seededTime }
    return success({ ...summaryOf(domain, layout), content: { basic }, deleted: false, ...times })
  }),
})

function partOf(fieldIds: readonly string[]): object {
  return { sections: [{ fieldGroup: { fields: fieldIds.map((id) => ({ id })) } }] }
}

function summaryOf({ domainArn }: Domain, { layoutId, name }: Layout): object {
  return { layoutId, layoutArn: `${domainArn}/layout/${layoutId}`, name }
}
