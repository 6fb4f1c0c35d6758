import { notFound, success } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { Template } from '../entities.ts'
import { inDomain, operation } from '../operation.ts'
import { seededTime } from '../seeded-time.ts'
import { id, list, oneOf, optional, pageOfDomain, required, structure } from '../shape.ts'

/** Every template but the deleted ones; a page holds the maximum unless fewer are asked for: the default is undocumented. */
export const listTemplates = operation({
  name: 'ListTemplates',
  path: '/domains/{domainId}/templates-list',
  parametersIn: 'query',
  input: structure({
    ...pageOfDomain(100),
    status: optional(list(oneOf('Active', 'Inactive'), 1, 2)),
  }),
  answer: inDomain((domain, { input, paged }) => {
    const wanted: readonly string[] = input.status ?? ['Active', 'Inactive']
    const listed = [...domain.templates.values()].filter((template) => wanted.includes(template.status))
    return paged(listed, 100, (page, nextToken) => ({
      templates: page.map((template) => summaryOf(domain, template)),
      nextToken,
    }))
  }),
})

export const getTemplate = operation({
  name: 'GetTemplate',
  path: '/domains/{domainId}/templates/{templateId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), templateId: required(id) }),
  answer: inDomain((domain, { input }) => {
    const template = domain.templates.get(input.templateId)
    if (template === undefined) return notFound('Template', input.templateId)
    const { description, defaultLayout, requiredFieldIds = [] } = template
    const { createdTime = seededTime, lastModifiedTime = seededTime } = template
    return success({
      ...summaryOf(domain, template),
      description,
      layoutConfiguration: defaultLayout === undefined ? undefined : { defaultLayout },
      requiredFields: requiredFieldIds.map((fieldId) => ({ fieldId })),
      deleted: template.status === 'Deleted',
      createdTime,
      lastModifiedTime,
    })
  }),
})

// A deleted template keeps a status, for the model has no third one. That it is Inactive is a choice.
function summaryOf({ domainArn }: Domain, { templateId, name, status }: Template): object {
  return {
    templateId,
    templateArn: `${domainArn}/template/${templateId}`,
    name,
    status: status === 'Deleted' ? 'Inactive' : status,
  }
}
