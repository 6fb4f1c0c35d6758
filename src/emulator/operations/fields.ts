import { notFound, success } from '../answer.ts'
import type { Domain } from '../domain.ts'
import type { Field } from '../entities.ts'
import { inDomain, operation } from '../operation.ts'
import { seededTime } from '../seeded-time.ts'
import { id, list, optional, pageOfDomain, required, structure, text } from '../shape.ts'

/** System fields first. */
export const listFields = operation({
  name: 'ListFields',
  path: '/domains/{domainId}/fields-list',
  parametersIn: 'query',
  input: structure({
    ...pageOfDomain(100),
  }),
  answer: inDomain((domain, { paged }) =>
    paged([...domain.fields.values()], 100, (page, nextToken) => ({
      fields: page.map((field) => summaryOf(domain, field)),
      nextToken,
    })),
  ),
})

/** The values of `errorCode` are undocumented; the name of the service's error is a choice. */
export const batchGetField = operation({
  name: 'BatchGetField',
  path: '/domains/{domainId}/fields-batch',
  parametersIn: 'body',
  input: structure({ domainId: required(id), fields: required(list(structure({ id: required(id) }), 1, 50)) }),
  answer: inDomain((domain, { input }) => {
    const ids = [...new Set(input.fields.map((field) => field.id))]
    return success({
      fields: ids.flatMap((id) => {
        const field = domain.fields.get(id)
        return field === undefined ? [] : detailsOf(domain, field)
      }),
      errors: ids
        .filter((id) => !domain.fields.has(id))
        .map((id) => ({ id, errorCode: 'ResourceNotFoundException', message: `Field ${id} was not found` })),
    })
  }),
})

/** A field that is no SingleSelect has none. */
export const listFieldOptions = operation({
  name: 'ListFieldOptions',
  path: '/domains/{domainId}/fields/{fieldId}/options-list',
  parametersIn: 'query',
  input: structure({
    ...pageOfDomain(100),
    fieldId: required(id),
    values: optional(list(text(0, 100), 0, 1)),
  }),
  answer: inDomain(({ fields }, { input: { fieldId, values = [] }, paged }) => {
    const field = fields.get(fieldId)
    if (field === undefined) return notFound('Field', fieldId)
    const listed = field.options.filter(({ value }) => values.length === 0 || values.includes(value))
    return paged(listed, 100, (options, nextToken) => ({ options, nextToken }))
  }),
})

function summaryOf({ domainArn }: Domain, { fieldId, name, type, namespace, isMultiline }: Field): object {
  const fieldArn = `${domainArn}/field/${fieldId}`
  return { fieldId, fieldArn, name, type, namespace, ...(isMultiline && { attributes: { text: { isMultiline } } }) }
}

function detailsOf(domain: Domain, field: Field): object {
  const { description, createdTime = seededTime, lastModifiedTime = seededTime } = field
  return { ...summaryOf(domain, field), description, deleted: false, createdTime, lastModifiedTime }
}
