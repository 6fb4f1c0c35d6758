import { type Answer, failure, notFound } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { FieldOption } from '../entities.ts'
import { description, name } from '../input-shapes.ts'
import { changed, inDomain, operation } from '../operation.ts'
import { overQuota, quotas } from '../quotas.ts'
import { boolean, id, list, oneOf, optional, required, structure, union } from '../shape.ts'

const attributes = optional(union({ text: structure({ isMultiline: required(boolean) }) }))

export const createField = operation({
  name: 'CreateField',
  path: '/domains/{domainId}/fields',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    name: required(name),
    type: required(oneOf('Text', 'Number', 'Boolean', 'DateTime', 'SingleSelect', 'Url', 'User')),
    description,
    attributes,
  }),
  answer: inDomain((domain, { input, at, newId }) => {
    const { domainId, name, type, description, attributes } = input
    const custom = [...domain.fields.values()].filter((field) => field.namespace === 'Custom')
    if (custom.length >= quotas.fieldsPerDomain) return overQuota('fields', quotas.fieldsPerDomain)
    const refusal = refuse(domain, input)
    if (refusal !== null) return refusal
    const fieldId = newId()
    const field = {
      ...{ fieldId, name, type, namespace: 'Custom' as const, description, options: [] },
      isMultiline: attributes?.value.isMultiline,
      createdTime: at,
      lastModifiedTime: at,
    }
    return changed(
      { fieldId, fieldArn: `${domain.domainArn}/field/${fieldId}` },
      { kind: 'fieldPut', domainId, at, field },
    )
  }),
})

export const updateField = operation({
  name: 'UpdateField',
  method: 'PUT',
  path: '/domains/{domainId}/fields/{fieldId}',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    fieldId: required(id),
    name: optional(name),
    description,
    attributes,
  }),
  answer: inDomain((domain, { input, at }) => {
    const { domainId, fieldId } = input
    const before = domain.fields.get(fieldId)
    if (before === undefined) return notFound('Field', fieldId)
    const refusal = refuse(domain, { ...input, type: before.type })
    if (refusal !== null) return refusal
    const field = {
      ...before,
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      isMultiline: input.attributes?.value.isMultiline ?? before.isMultiline,
      lastModifiedTime: at,
    }
    return changed({}, { kind: 'fieldPut', domainId, at, field })
  }),
})

/** An option with a value that the field has takes that one's place. All are put, or none. */
export const batchPutFieldOptions = operation({
  name: 'BatchPutFieldOptions',
  method: 'PUT',
  path: '/domains/{domainId}/fields/{fieldId}/options',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    fieldId: required(id),
    options: required(
      list(structure({ name: required(name), value: required(name), active: required(boolean) }), 0, 50),
    ),
  }),
  answer: inDomain(({ fields }, { input: { domainId, fieldId, options }, at }) => {
    const before = fields.get(fieldId)
    if (before === undefined) return notFound('Field', fieldId)
    if (before.type !== 'SingleSelect') {
      return failure('ValidationException', `Field ${fieldId} is ${before.type} and has no options`)
    }
    const byValue = new Map<string, FieldOption>([...before.options, ...options].map((one) => [one.value, one]))
    if (byValue.size > quotas.optionsPerField) return overQuota('options of a field', quotas.optionsPerField)
    const field = { ...before, options: [...byValue.values()], lastModifiedTime: at }
    return changed({ errors: [] }, { kind: 'fieldPut', domainId, at, field })
  }),
})

interface Given {
  readonly fieldId?: string
  readonly name?: string | undefined
  readonly type: string
  readonly attributes?: object | undefined
}

/** What is wrong with a field, or null. */
function refuse({ fields }: Domain, { fieldId, name, type, attributes }: Given): Answer | null {
  for (const field of fields.values()) {
    if (field.name === name && field.fieldId !== fieldId) {
      return failure('ConflictException', `A field with the name ${name} exists`)
    }
  }
  if (attributes === undefined || type === 'Text') return null
  return failure('ValidationException', `A field of type ${type} has no attributes`)
}
