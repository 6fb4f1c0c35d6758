import { z } from 'zod'
import { parseContactArn } from '../contact/contact-arn.ts'

/** A page holds at most ten cases: the service's own maximum. */
export const longestPage = 10

// The service's tokens have up to 9,000 characters; sealed by us they grow to about 12,050.
const longestToken = 13_000

const id = z.string().min(1).max(500)

/** `{domainId}` in the path: any text of 1 to 500 characters, as the service has it. */
export const domainIdSchema = id

const contactArn = z.string().transform((text, context) => {
  const arn = parseContactArn(text)
  if (arn !== null) return arn
  context.addIssue('must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{contactId}')
  return z.NEVER
})

/** Body of `POST /api/domains/{domainId}/list-cases-for-contact`, as the service takes it. */
export const listCasesForContactRequest = z.object({
  contactArn,
  maxResults: z.number().int().min(1).max(longestPage).optional(),
  nextToken: z.string().min(1).max(longestToken).optional(),
})

/** Its answer, as the service gives it; `nextToken` is null on the last page. */
export const listCasesForContactResponse = z.object({
  cases: z.array(z.object({ caseId: id, templateId: id })).max(longestPage),
  nextToken: z.string().min(1).max(longestToken).nullable(),
})

export type ListCasesForContactRequest = z.infer<typeof listCasesForContactRequest>
export type ListCasesForContactResponse = z.infer<typeof listCasesForContactResponse>
