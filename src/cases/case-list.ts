import type { InfiniteQueryObserverResult } from '@tanstack/react-query'
import type { CasesError } from './cases-problem.ts'
import type { ContactCases } from './contact-cases-query.ts'

/** What the view needs to know of one contact's query, as TanStack Query gives it. */
export type CaseList = Pick<
  InfiniteQueryObserverResult<ContactCases, CasesError>,
  'data' | 'dataUpdatedAt' | 'error' | 'errorUpdatedAt' | 'isPending' | 'isFetching' | 'hasNextPage'
>

/** A list that can be told to read on. */
export type ReadableCaseList = CaseList &
  Pick<InfiniteQueryObserverResult<ContactCases, CasesError>, 'fetchNextPage' | 'refetch'>

/**
 * Reads on: tries again what failed; where nothing did, the next page of the first list that has one.
 * A list that is being read is left alone, so that an impatient press costs no request.
 */
export function readOn(lists: readonly ReadableCaseList[]): void {
  const failed = lists.filter((list) => list.error !== null)
  const next = failed.length > 0 ? failed : lists.filter((list) => list.hasNextPage).slice(0, 1)
  for (const list of next.filter((each) => !each.isFetching)) {
    if (list.hasNextPage) void list.fetchNextPage({ cancelRefetch: false })
    else void list.refetch({ cancelRefetch: false })
  }
}
