import { type CaseList, hasMissed } from './case-list.ts'
import type { CaseRow } from './case-rows.ts'
import { oldestReadOf } from './cases-page.ts'
import { type CasesProblem, type Failed, RefreshPutOff } from './cases-problem.ts'

/** What can be read beyond the rows on screen. */
export type More =
  | { readonly status: 'none' }
  | { readonly status: 'offered' }
  | { readonly status: 'loading' }
  | Failed

/** Whether what is on screen is being read again. */
export type Refresh = { readonly status: 'idle' } | { readonly status: 'running' } | Failed

/** What the panel shows of a contact's cases. Times are milliseconds since 1970. */
export type CasesView =
  | { readonly status: 'loading' }
  | Failed
  | { readonly status: 'empty'; readonly readAt: number; readonly refresh: Refresh }
  | {
      readonly status: 'rows'
      readonly cases: readonly CaseRow[]
      /** Whether the service said that there are cases beyond these. */
      readonly hasNext: boolean
      readonly more: More
      readonly refresh: Refresh
      /** When the oldest of what is shown was read. */
      readonly readAt: number
    }

/** The view of a contact's cases, and of how its lists fare: its own, and its initial contact's if it was transferred. */
export function toCasesView(cases: readonly CaseRow[], lists: readonly CaseList[]): CasesView {
  const more = moreOf(lists)
  const refresh = refreshOf(lists)
  const hasNext = lists.some((list) => list.hasNextPage)
  const readAt = Math.min(...lists.map((list) => oldestReadOf(list.data?.pages ?? [])))
  // The service may give an empty page with a token: there can still be cases behind it.
  if (cases.length > 0 || hasNext) return { status: 'rows', cases, hasNext, more, refresh, readAt }
  if (more.status === 'failed' || more.status === 'loading') return more
  return { status: 'empty', readAt, refresh }
}

function moreOf(lists: readonly CaseList[]): More {
  if (lists.some((list) => list.isPending || list.isFetchingNextPage)) return { status: 'loading' }
  const failed = lists.find(hasMissed)
  if (failed?.error) return toFailed(failed, failed.error.problem)
  return { status: lists.some((list) => list.hasNextPage) ? 'offered' : 'none' }
}

function refreshOf(lists: readonly CaseList[]): Refresh {
  if (lists.some((list) => list.isRefetching)) return { status: 'running' }
  const failed = lists.find((list) => list.isRefetchError && !(list.error instanceof RefreshPutOff))
  return failed?.error ? toFailed(failed, failed.error.problem) : { status: 'idle' }
}

function toFailed({ errorUpdatedAt }: CaseList, problem: CasesProblem): Failed {
  return { status: 'failed', problem, failedAt: errorUpdatedAt }
}
