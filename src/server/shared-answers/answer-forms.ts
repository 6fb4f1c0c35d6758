import { z } from 'zod'
import { templateResponse, templatesResponse } from '../../contract/templates.ts'
import { casesPage, field, option } from '../upstream-answer.ts'

// What comes out of the store is looked at like everything that comes from outside: another version of the server may
// have put it there.

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.object({ userArn: z.string() }), z.null()])
const fieldValues = z.array(z.tuple([z.string(), fieldValue])).transform((entries) => new Map(entries))

/** How an answer looks in JSON, and what it is then. */
export interface AnswerForm<Answer> {
  safeParse(json: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false }
}

/** Those of all questions. */
export const answerForms = {
  listCasesForContact: casesPage,
  searchCases: z.array(z.object({ caseId: z.string(), fields: fieldValues })),
  getCase: fieldValues,
  listTemplates: templatesResponse.shape.templates,
  getTemplate: templateResponse,
  listFields: z.array(field),
  listFieldOptions: z.array(option),
}

/** JSON of such a form: the values of fields are a map inside. */
export function toJson(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) => (value instanceof Map ? [...value] : value))
}
