import * as z from 'zod/mini'
import type { CaseDetailsRequest, CaseDetailsResponse } from './answers.ts'
import { idSchema } from './id.ts'
import { problemCodeSchema } from './problem.ts'

// Ten case ids of 500 characters, sealed by us, stay below this.
const longestToken = 13_000

const tokenForm = 'must be the detailsToken of a page of the list'
const subsetForm = 'must be 1 to 10 case ids of that page'

/** Body of `POST /api/domains/{domainId}/case-details`: the token of a page, and which of its cases; left out, all. */
export const caseDetailsRequest = z.strictObject(
  {
    detailsToken: z.string(tokenForm).check(z.minLength(1, tokenForm), z.maxLength(longestToken, tokenForm)),
    caseIds: z.optional(z.array(idSchema, subsetForm).check(z.minLength(1, subsetForm), z.maxLength(10, subsetForm))),
  },
  'must be a JSON object of detailsToken and caseIds',
) satisfies z.ZodMiniType<CaseDetailsRequest>

const choice = z.object({ value: z.string(), label: z.nullable(z.string()) })

const named = { fieldId: z.string(), name: z.string() }

const rowField = z.discriminatedUnion('type', [
  z.object({ ...named, type: z.literal('Text'), value: z.nullable(z.string()) }),
  z.object({ ...named, type: z.literal('Url'), value: z.nullable(z.string()) }),
  z.object({ ...named, type: z.literal('Number'), value: z.nullable(z.number()) }),
  z.object({ ...named, type: z.literal('Boolean'), value: z.nullable(z.boolean()) }),
  z.object({ ...named, type: z.literal('DateTime'), value: z.nullable(z.string()) }),
  z.object({ ...named, type: z.literal('SingleSelect'), value: z.nullable(choice) }),
  z.object({ ...named, type: z.literal('User'), value: z.nullable(choice) }),
])

const foundCase = z.object({
  outcome: z.literal('found'),
  caseId: idSchema,
  title: z.nullable(z.string()),
  status: z.nullable(choice),
  referenceNumber: z.nullable(z.string()),
  createdAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  /** A kind of field that only a newer server knows is left out: a panel outlives a deployment. */
  fields: z.pipe(
    z.array(z.catch(z.nullable(rowField), null)),
    z.transform((fields) => fields.filter((field) => field !== null)),
  ),
})

const failedCase = z.object({
  outcome: z.literal('failed'),
  caseId: idSchema,
  code: z.catch(problemCodeSchema, 'internal'),
  retryable: z.boolean(),
})

/** Its answer: an outcome for each case that was asked for, in the order of the page. */
export const caseDetailsResponse = z.object({
  results: z.array(z.discriminatedUnion('outcome', [foundCase, failedCase])).check(z.maxLength(10)),
}) satisfies z.ZodMiniType<CaseDetailsResponse>
