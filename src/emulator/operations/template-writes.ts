import { type Answer, failure, notFound } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { Template } from '../entities.ts'
import { description, name } from '../input-shapes.ts'
import { changed, inDomain, operation } from '../operation.ts'
import { overQuota, quotas } from '../quotas.ts'
import { id, list, oneOf, optional, required, structure } from '../shape.ts'

const content = {
  description,
  layoutConfiguration: optional(structure({ defaultLayout: optional(id) })),
  requiredFields: optional(list(structure({ fieldId: required(id) }), 0, 100)),
  status: optional(oneOf('Active', 'Inactive')),
  rules: optional(list(structure({ caseRuleId: required(id), fieldId: optional(id) }), 0, 50)),
}

/** Active unless the request says otherwise, which is a choice. */
export const createTemplate = operation({
  name: 'CreateTemplate',
  path: '/domains/{domainId}/templates',
  parametersIn: 'body',
  input: structure({ domainId: required(id), name: required(name), ...content }),
  answer: inDomain((domain, { input, at, newId }) => {
    const templates = living(domain)
    if (templates.length >= quotas.templatesPerDomain) return overQuota('templates', quotas.templatesPerDomain)
    const refusal = refuse(domain, input)
    if (refusal !== null) return refusal
    const { domainId, name, status = 'Active' } = input
    const templateId = newId()
    const template = { templateId, name, status, ...kept(input), createdTime: at, lastModifiedTime: at }
    return changed(
      { templateId, templateArn: `${domain.domainArn}/template/${templateId}` },
      { kind: 'templatePut', domainId, at, template },
    )
  }),
})

/** A member that is not given is left as it is, and one must be given: so UpdateTemplate's documentation. */
export const updateTemplate = operation({
  name: 'UpdateTemplate',
  method: 'PUT',
  path: '/domains/{domainId}/templates/{templateId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), templateId: required(id), name: optional(name), ...content }),
  answer: inDomain((domain, { input, at }) => {
    const { domainId, templateId } = input
    const before = domain.templates.get(templateId)
    if (before === undefined) return notFound('Template', templateId)
    // DeleteTemplate's documentation says that a deleted template cannot be updated; with which error is a choice.
    if (before.status === 'Deleted') return failure('ValidationException', `Template ${templateId} is deleted`)
    const refusal = refuse(domain, input)
    if (refusal !== null) return refusal
    const { description, layoutConfiguration, requiredFields } = input
    const given = [input.name, description, layoutConfiguration, requiredFields, input.status]
    if (given.every((member) => member === undefined)) {
      return failure('ValidationException', 'There is nothing to update')
    }
    const { name = before.name, status = before.status } = input
    const template = { ...before, name, status, ...kept(input, before), lastModifiedTime: at }
    return changed({}, { kind: 'templatePut', domainId, at, template })
  }),
})

/** To delete once more succeeds, for the model calls the operation idempotent. */
export const deleteTemplate = operation({
  name: 'DeleteTemplate',
  method: 'DELETE',
  path: '/domains/{domainId}/templates/{templateId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), templateId: required(id) }),
  answer: inDomain((domain, { input: { domainId, templateId }, at }) => {
    const before = domain.templates.get(templateId)
    if (before === undefined) return notFound('Template', templateId)
    const template = { ...before, status: 'Deleted', lastModifiedTime: at } as const
    return changed({}, { kind: 'templatePut', domainId, at, template })
  }),
})

interface Given {
  readonly templateId?: string
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly layoutConfiguration?: { readonly defaultLayout?: string | undefined } | undefined
  readonly requiredFields?: readonly { readonly fieldId: string }[] | undefined
  readonly rules?: readonly { readonly caseRuleId: string }[] | undefined
}

/** What is wrong with the content of a template, or null. */
function refuse(domain: Domain, given: Given): Answer | null {
  const same = living(domain).find((one) => one.name === given.name && one.templateId !== given.templateId)
  if (same !== undefined) return failure('ConflictException', `A template with the name ${given.name} exists`)
  const layoutId = given.layoutConfiguration?.defaultLayout
  if (layoutId !== undefined && !domain.layouts.has(layoutId)) return notFound('Layout', layoutId)
  const fieldIds = given.requiredFields?.map(({ fieldId }) => fieldId) ?? []
  const unknown = fieldIds.find((fieldId) => !domain.fields.has(fieldId))
  if (unknown !== undefined) return notFound('Field', unknown)
  if (new Set(fieldIds).size < fieldIds.length) {
    return failure('ValidationException', 'requiredFields has a field more than once')
  }
  const [rule] = given.rules ?? [] // the emulator has no case rules
  return rule === undefined ? null : notFound('CaseRule', rule.caseRuleId)
}

function kept(given: Given, before: Partial<Template> = {}): Partial<Template> {
  return {
    description: given.description ?? before.description,
    defaultLayout: given.layoutConfiguration?.defaultLayout ?? before.defaultLayout,
    requiredFieldIds: given.requiredFields?.map(({ fieldId }) => fieldId) ?? before.requiredFieldIds,
  }
}

function living({ templates }: Domain): Template[] {
  return [...templates.values()].filter(({ status }) => status !== 'Deleted')
}
