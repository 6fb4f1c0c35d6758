import type { InfiniteQueryObserverResult } from '@tanstack/react-query'
import { type CasesError, RefreshPutOff } from './cases-problem.ts'
import type { ContactCases } from './contact-cases-query.ts'

type ListResult = InfiniteQueryObserverResult<ContactCases, CasesError>

/** What the view needs to know of one contact's query, as TanStack Query gives it. */
export type CaseList = Pick<
  ListResult,
  | 'data'
  | 'error'
  | 'errorUpdatedAt'
  | 'hasNextPage'
  | 'isFetchingNextPage'
  | 'isPending'
  | 'isRefetchError'
  | 'isRefetching'
>

/** A list that can be told to read on. */
export type ReadableCaseList = CaseList & Pick<ListResult, 'isFetching' | 'fetchNextPage' | 'refetch'>

/** Whether something is missing for a failure: the whole list, or its next page. What a refresh lost is still there. */
export function hasMissed(list: CaseList): boolean {
  return list.error !== null && !list.isRefetchError
}

/**
 * Reads on: tries again what is missing for a failure; where nothing is, the next page of the first list that has one.
 * A list that is being read is left alone, so that an impatient press costs no request; a press during a refresh
 * counts, and reads on when the refresh is done and `isShown` says that someone still wants it.
 */
export function readOn(lists: readonly ReadableCaseList[], isShown: () => boolean): void {
  const missed = lists.filter(hasMissed)
  const next = missed.length > 0 ? missed : lists.filter((list) => list.hasNextPage).slice(0, 1)
  for (const list of next) {
    if (list.isRefetching) void readOnAfterRefresh(list, isShown)
    else if (list.isFetching) continue
    else if (list.hasNextPage) void list.fetchNextPage({ cancelRefetch: false })
    else void list.refetch() // of a list without data nothing is cancelled
  }
}

async function readOnAfterRefresh(list: ReadableCaseList, isShown: () => boolean): Promise<void> {
  const { error } = await list.refetch({ cancelRefetch: false })
  if (error === null && isShown()) await list.fetchNextPage({ cancelRefetch: false })
}

/** Reads again everything that is on screen. A list that is being read is left alone. */
export function refresh(lists: readonly ReadableCaseList[]): void {
  for (const list of lists) void refreshOne(list)
}

async function refreshOne(list: ReadableCaseList): Promise<void> {
  const { error } = await list.refetch({ cancelRefetch: false })
  // The press came while the list was read again by itself, which yields to others. Whoever presses does not.
  if (error instanceof RefreshPutOff) await list.refetch({ cancelRefetch: false })
}
