import { z } from 'zod'
import type { TemplateResponse } from '../contract/answers.ts'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import { templateResponse, templatesResponse } from '../contract/templates.ts'
import { fieldValues } from './field-value.ts'

// The limits of the service's model, checked because the SDK checks none of them: it hands on text where a
// list should be, eleven cases, and ids of any type.

// In bytes too, so that the token, once sealed, still fits the 13,000 characters of the contract.
const longestToken = 9_000
const longestTokenBytes = 9_700

const id = z.string().min(1).max(500)

const nextToken = z
  .string()
  .max(longestToken)
  .refine((token) => Buffer.byteLength(token) <= longestTokenBytes, `must have at most ${longestTokenBytes} bytes`)
  .nullish()
  .transform((token) => token || null) // the model allows '' too: no more pages

/** One page of ListCasesForContact. */
export const casesPage = z.object({ cases: listCasesForContactResponse.shape.cases, nextToken })

/** One page of ListTemplates. */
export const templatesPage = z
  .object({ templates: templatesResponse.shape.templates.check(z.maxLength(100)), nextToken })
  .transform(({ templates, nextToken }) => ({ items: templates, nextToken }))

/** GetTemplate. A deleted template keeps its status beside `deleted`. */
export const oneTemplate = z
  .object({
    templateId: templateResponse.shape.templateId,
    name: templateResponse.shape.name,
    status: z.enum(['Active', 'Inactive']),
    deleted: z.boolean().nullish(),
  })
  .transform(({ deleted, ...template }): TemplateResponse => (deleted ? { ...template, status: 'Deleted' } : template))

const foundCase = z.object({ caseId: id, fields: fieldValues(25) })

/** One page of SearchCases. The model calls the list sparse: it may hold null. */
export const searchPage = z
  .object({ cases: z.array(foundCase.nullable()).max(100) })
  .transform(({ cases }) => cases.filter((one) => one !== null))

/** GetCase. */
export const oneCase = z.object({ fields: fieldValues(220) }).transform(({ fields }) => fields)

/** One field of a domain. */
export const field = z.object({
  fieldId: id,
  name: z.string(),
  type: z.enum(['Text', 'Number', 'Boolean', 'DateTime', 'SingleSelect', 'Url', 'User']).nullable().catch(null),
})

/** One page of ListFields. A type that the model does not have yet is null. */
export const fieldsPage = z
  .object({ fields: z.array(field).max(100), nextToken })
  .transform(({ fields, nextToken }) => ({ items: fields, nextToken }))

/** One option of a field. */
export const option = z.object({ name: z.string(), value: z.string() })

/** One page of ListFieldOptions. One that is not active any more is still what older cases hold. */
export const optionsPage = z
  .object({ options: z.array(option).max(100), nextToken })
  .transform(({ options, nextToken }) => ({ items: options, nextToken }))

export type CasesPage = z.infer<typeof casesPage>
export type Template = z.infer<typeof templatesPage>['items'][number]
export type FoundCase = z.infer<typeof foundCase>
export type Field = z.infer<typeof field>
export type FieldOption = z.infer<typeof optionsPage>['items'][number]
