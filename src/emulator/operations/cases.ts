import { notFound } from '../answer.ts'
import { caseFilter } from '../case-filter.ts'
import { wireFields } from '../field-value.ts'
import { inDomain, operation } from '../operation.ts'
import { searchCases as search } from '../search-cases.ts'
import { id, list, nextToken, oneOf, optional, pageOfDomain, required, structure, text } from '../shape.ts'

const fieldIdentifier = structure({ id: required(id) })

export const getCase = operation({
  name: 'GetCase',
  path: '/domains/{domainId}/cases/{caseId}',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    caseId: required(id),
    fields: required(list(fieldIdentifier, 1, 220)),
    nextToken: optional(nextToken),
  }),
  answer: inDomain(({ cases }, { input, paged }) => {
    const found = cases.get(input.caseId)
    if (found === undefined) return notFound('Case', input.caseId)
    // A request names at most 220 fields and an answer holds as many, so there is one page.
    return paged(wireFields(found, input.fields), 220, (fields, nextToken) => ({
      templateId: found.templateId,
      fields,
      nextToken,
    }))
  }),
})

export const searchCases = operation({
  name: 'SearchCases',
  path: '/domains/{domainId}/cases-search',
  parametersIn: 'body',
  input: structure({
    ...pageOfDomain(100),
    searchTerm: optional(text(0, 255)),
    filter: optional(caseFilter),
    sorts: optional(list(structure({ fieldId: required(id), sortOrder: required(oneOf('Asc', 'Desc')) }), 0, 2)),
    fields: optional(list(fieldIdentifier, 0, 25)),
  }),
  answer: inDomain(({ cases }, { input, paged }) => {
    const found = search([...cases.values()], input)
    return paged(found, 25, (page, nextToken) => ({
      cases: page.map((one) => ({
        caseId: one.caseId,
        templateId: one.templateId,
        fields: wireFields(one, input.fields ?? []),
      })),
      nextToken,
      totalCount: found.length,
    }))
  }),
})
