import { z } from 'zod'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import { templatesResponse } from '../contract/templates.ts'

// The limits of the service's model, checked because the SDK checks none of them: it hands on text where a
// list should be, eleven cases, and ids of any type.

// In bytes too, so that the token, once sealed, still fits the 13,000 characters of the contract.
const longestToken = 9_000
const longestTokenBytes = 9_700

const nextToken = z
  .string()
  .max(longestToken)
  .refine((token) => Buffer.byteLength(token) <= longestTokenBytes, `must have at most ${longestTokenBytes} bytes`)
  .nullish()
  .transform((token) => token || null) // the model allows '' too: no more pages

/** One page of ListCasesForContact. */
export const casesPage = z.object({ cases: listCasesForContactResponse.shape.cases, nextToken })

/** One page of ListTemplates. */
export const templatesPage = z.object({
  templates: templatesResponse.shape.templates.check(z.maxLength(100)),
  nextToken,
})

export type CasesPage = z.infer<typeof casesPage>
export type TemplatesPage = z.infer<typeof templatesPage>
export type Template = TemplatesPage['templates'][number]
