import type { CaseDetails } from './case-details.ts'
import type { CaseList } from './case-list.ts'
import { type CaseRow, toCaseRows } from './case-rows.ts'
import type { CasesProblem } from './cases-problem.ts'

/** A request that failed, and when: `failedAt` is milliseconds since 1970. */
export interface Failed {
  readonly status: 'failed'
  readonly problem: CasesProblem
  readonly failedAt: number
}

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

/** The view of a contact's cases; `initialList` is null where the contact was not transferred. */
export function toCasesView(
  thisList: CaseList,
  initialList: CaseList | null,
  detailsOf: (caseId: string) => CaseDetails = () => ({ status: 'none' }),
): CasesView {
  const lists = initialList === null ? [thisList] : [thisList, initialList]
  const cases = toCaseRows(thisList.data?.pages ?? [], initialList?.data?.pages ?? [], detailsOf)
  const more = moreOf(lists)
  const hasNext = lists.some((list) => list.hasNextPage)
  const readAt = Math.min(...lists.map((list) => list.dataUpdatedAt))
  // The service may give an empty page with a token: there can still be cases behind it.
  if (cases.length > 0 || hasNext) {
    return { status: 'rows', cases, hasNext, more, refresh: { status: 'idle' }, readAt }
  }
  if (more.status === 'failed') return more
  return more.status === 'loading' ? { status: 'loading' } : { status: 'empty', readAt, refresh: { status: 'idle' } }
}

function moreOf(lists: readonly CaseList[]): More {
  if (lists.some((list) => list.isPending || list.isFetching)) return { status: 'loading' }
  const failed = lists.find((list) => list.error !== null)
  if (failed?.error) return { status: 'failed', problem: failed.error.problem, failedAt: failed.errorUpdatedAt }
  return { status: lists.some((list) => list.hasNextPage) ? 'offered' : 'none' }
}
