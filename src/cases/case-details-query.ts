import { queryOptions } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import type { CaseOutcome } from '../contract/answers.ts'
import type { CasesClient } from './cases-client.ts'
import type { DetailsBatch } from './cases-page.ts'
import type { CasesError } from './cases-problem.ts'
import { pinnedOptions } from './pinned-options.ts'
import { isWaitOver } from './retry-at.ts'
import { createRetryPolicy } from './retry-policy.ts'

const retryPolicy = createRetryPolicy(Math.random)

/** What was answered for the cases of a batch. */
export type DetailsAnswer = readonly CaseOutcome[]

export type DetailsKey = readonly ['case-details', domainId: string, contactArn: ContactArn, ...ask: string[]]

/** The beginning of the key of everything asked about a contact's cases. */
export function caseDetailsKey({ domainId }: CasesClient, contactArn: ContactArn): DetailsKey {
  return ['case-details', domainId, contactArn]
}

/**
 * The details of a batch of cases; with a case id, of that one alone. A refresh yields to what is missing elsewhere.
 * An answer stays until newer ones tell everything it tells, or its contact is forgotten: a title must not leave
 * the screen because nobody looked at it for a while.
 */
export function caseDetailsQuery(
  client: CasesClient,
  contactArn: ContactArn,
  { detailsToken }: Pick<DetailsBatch, 'detailsToken'>,
  { caseId, isRefresh = false }: { readonly caseId?: string; readonly isRefresh?: boolean } = {},
) {
  const key = caseDetailsKey(client, contactArn)
  return queryOptions<DetailsAnswer, CasesError, DetailsAnswer, DetailsKey>({
    ...pinnedOptions,
    ...retryPolicy,
    queryKey: caseId === undefined ? [...key, detailsToken] : [...key, detailsToken, caseId],
    queryFn: async ({ signal }) => {
      const purpose = isRefresh ? 'refreshing' : 'details'
      const input = { detailsToken, purpose, ...(caseId !== undefined && { caseIds: [caseId] }) } as const
      return (await client.caseDetails(input, signal)).results
    },
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    retryOnMount: ({ state }) => isWaitOver(state),
  })
}
