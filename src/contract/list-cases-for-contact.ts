import * as z from 'zod/mini'
import { parseContactArn } from '../contact/contact-arn.ts'
import type { ListCasesForContactResponse } from './answers.ts'
import { idSchema } from './id.ts'

// The service's own maximum.
const longestPage = 10

// The service's tokens have up to 9,000 characters; sealed by us they grow to about 12,050.
const longestToken = 13_000

const arnForm = 'must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{contactId}'
const contactArn = z.pipe(
  z.string(arnForm),
  z.transform((text, context) => {
    const arn = parseContactArn(text)
    if (arn !== null) return arn
    context.issues.push({ code: 'custom', message: arnForm, input: text })
    return z.NEVER
  }),
)

const pageForm = `must be a whole number from 1 to ${longestPage}`
const maxResults = z.int(pageForm).check(z.minimum(1, pageForm), z.maximum(longestPage, pageForm))

const tokenForm = 'must be the nextToken of the page before'
const nextToken = z.string(tokenForm).check(z.minLength(1, tokenForm), z.maxLength(longestToken, tokenForm))

/**
 * Body of `POST /api/domains/{domainId}/list-cases-for-contact`, as the service takes it, and one more member: who asks
 * for the contact that another was transferred from names that other one, their own, as `throughContactArn`.
 */
export const listCasesForContactRequest = z.object(
  {
    contactArn,
    throughContactArn: z.optional(contactArn),
    maxResults: z.optional(maxResults),
    nextToken: z.optional(nextToken),
  },
  'must be a JSON object',
)

/**
 * Its answer, as the service gives it, and one more member: `detailsToken` asks for the details of these cases.
 * `nextToken` is null on the last page, `detailsToken` on an empty one; an older server does not send it.
 */
export const listCasesForContactResponse = z.object({
  cases: z.array(z.object({ caseId: idSchema, templateId: idSchema })).check(z.maxLength(longestPage)),
  nextToken: z.nullable(nextToken),
  detailsToken: z._default(z.nullable(nextToken), null),
}) satisfies z.ZodMiniType<ListCasesForContactResponse>

export type ListCasesForContactRequest = z.infer<typeof listCasesForContactRequest>
