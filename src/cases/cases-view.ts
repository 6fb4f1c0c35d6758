import type { CaseList } from './case-list.ts'
import { toCaseRows } from './case-rows.ts'
import type { CasesProblem } from './cases-problem.ts'
import { groupByTemplate, type ListRow } from './template-rows.ts'
import type { Template } from './templates-query.ts'

/** What can be read beyond the rows on screen. */
export type More =
  | { readonly status: 'none' }
  | { readonly status: 'offered' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: CasesProblem }

/** What the panel shows of a contact's cases. */
export type CasesView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: CasesProblem }
  | { readonly status: 'empty' }
  | {
      readonly status: 'rows'
      readonly rows: readonly ListRow[]
      readonly count: number
      /** Whether the service said that there are cases beyond these. */
      readonly hasNext: boolean
      readonly more: More
    }

/** The view of a contact's cases; `initialList` is null where the contact was not transferred. */
export function toCasesView(
  thisList: CaseList,
  initialList: CaseList | null,
  templates: readonly Template[] | null,
): CasesView {
  const lists = initialList === null ? [thisList] : [thisList, initialList]
  const cases = toCaseRows(thisList.data?.pages ?? [], initialList?.data?.pages ?? [])
  const more = moreOf(lists)
  const hasNext = lists.some((list) => list.hasNextPage)
  // The service may give an empty page with a token: there can still be cases behind it.
  if (cases.length > 0 || hasNext) {
    return { status: 'rows', rows: groupByTemplate(cases, templates), count: cases.length, hasNext, more }
  }
  if (more.status === 'failed') return more
  return { status: more.status === 'loading' ? 'loading' : 'empty' }
}

function moreOf(lists: readonly CaseList[]): More {
  if (lists.some((list) => list.isPending || list.isFetching)) return { status: 'loading' }
  const error = lists.find((list) => list.error !== null)?.error
  if (error) return { status: 'failed', problem: error.problem }
  return { status: lists.some((list) => list.hasNextPage) ? 'offered' : 'none' }
}
