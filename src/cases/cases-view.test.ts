import { expect, test, vi } from 'vitest'
import type { ReadableCaseList } from './case-list.ts'
import { readOn } from './case-list.ts'
import { toCaseRows } from './case-rows.ts'
import { CasesError } from './cases-problem.ts'
import { toCasesView } from './cases-view.ts'
import { pageOf } from './testing/pages.ts'

const error = new CasesError({ code: 'internal', retryable: true, detail: '', retryAfterMs: null, requestId: null })

function list(caseIds: readonly string[] | null, more: Partial<ReadableCaseList> = {}): ReadableCaseList {
  return {
    data: caseIds === null ? undefined : { pages: [pageOf(caseIds)], pageParams: [null] },
    error: null,
    errorUpdatedAt: 2_000,
    isPending: false,
    isFetching: false,
    isFetchingNextPage: false,
    isRefetching: false,
    isRefetchError: false,
    hasNextPage: false,
    fetchNextPage: vi.fn<ReadableCaseList['fetchNextPage']>(),
    refetch: vi.fn<ReadableCaseList['refetch']>(),
    ...more,
  }
}

function viewOf(thisList: ReadableCaseList, initialList: ReadableCaseList | null) {
  const cases = toCaseRows(thisList.data?.pages ?? [], initialList?.data?.pages ?? [])
  return toCasesView(cases, initialList === null ? [thisList] : [thisList, initialList])
}

const loading = () => list(null, { isPending: true, isFetching: true })
const failed = () => list(null, { error })
const loadingMore = { hasNextPage: true, isFetching: true, isFetchingNextPage: true }
const refreshing = { isFetching: true, isRefetching: true }
const failure = { status: 'failed', problem: error.problem, failedAt: 2_000 }

test.each([
  ['nothing yet', loading(), null, { status: 'loading' }],
  ['no cases', list([]), null, { status: 'empty', readAt: 1_000, refresh: { status: 'idle' } }],
  ['a failure', failed(), null, failure],
  ['a failure that is tried again', list(null, { isPending: true, isFetching: true }), null, { status: 'loading' }],
  [
    'all cases',
    list(['a']),
    null,
    { status: 'rows', cases: [{ caseId: 'a' }], hasNext: false, more: { status: 'none' } },
  ],
  ['cases and more', list(['a'], { hasNextPage: true }), null, { hasNext: true, more: { status: 'offered' } }],
  ['an empty page and more', list([], { hasNextPage: true }), null, { status: 'rows', cases: [], hasNext: true }],
  ['more on their way', list(['a'], loadingMore), null, { more: { status: 'loading' }, refresh: { status: 'idle' } }],
  ['more that failed', list(['a'], { hasNextPage: true, error }), null, { cases: [{}], more: failure }],
  ['a refresh', list(['a'], refreshing), null, { more: { status: 'none' }, refresh: { status: 'running' } }],
  ['a refresh of no cases', list([], refreshing), null, { status: 'empty', refresh: { status: 'running' } }],
  [
    'a refresh that failed',
    list(['a'], { hasNextPage: true, error, isRefetchError: true }),
    null,
    { cases: [{}], more: { status: 'offered' }, refresh: failure },
  ],
  [
    'a refresh of no cases that failed',
    list([], { error, isRefetchError: true }),
    null,
    { status: 'empty', refresh: failure },
  ],
  [
    "a refresh of the initial contact's cases",
    list(['a']),
    list([], refreshing),
    { cases: [{}], refresh: { status: 'running' } },
  ],
  [
    'cases, the initial contact on its way',
    list(['a']),
    loading(),
    { cases: [{}], more: { status: 'loading' }, readAt: 1_000 },
  ],
  [
    'cases, and more of the initial contact',
    list(['a']),
    list(['b'], { hasNextPage: true }),
    { hasNext: true, more: { status: 'offered' } },
  ],
  ['cases, the initial contact failed', list(['a']), failed(), { cases: [{}], more: { status: 'failed' } }],
  ["a failure, the initial contact's cases", failed(), list(['a']), { cases: [{}], more: { status: 'failed' } }],
  ['no cases, the initial contact on its way', list([]), loading(), { status: 'loading' }],
  ['no cases, the initial contact failed', list([]), failed(), { status: 'failed' }],
  ['no cases of either contact', list([]), list([]), { status: 'empty' }],
])('%s', (_, thisList, initialList, view) => {
  expect(viewOf(thisList, initialList)).toMatchObject(view)
})

test("reading on takes this contact's pages first, and then the initial contact's", () => {
  const both = [list(['a'], { hasNextPage: true }), list(['b'], { hasNextPage: true })] as const
  readOn(both, () => true)
  expect(both[0].fetchNextPage).toHaveBeenCalledOnce()
  expect(both[1].fetchNextPage).not.toHaveBeenCalled()
  const rest = [list(['a']), list(['b'], { hasNextPage: true })] as const
  readOn(rest, () => true)
  expect(rest[0].fetchNextPage).not.toHaveBeenCalled()
  expect(rest[1].fetchNextPage).toHaveBeenCalledOnce()
})

test('reading on tries again what failed, and nothing else', () => {
  const lists = [list(['a'], { hasNextPage: true }), failed()] as const
  readOn(lists, () => true)
  expect(lists[0].fetchNextPage).not.toHaveBeenCalled()
  expect(lists[1].refetch).toHaveBeenCalledOnce()
})

test('what is shown is as old as its oldest page', () => {
  const pages = [pageOf(['a'], { readAt: 300 }), pageOf(['b'], { readAt: 100 })]
  const view = viewOf(list(null, { data: { pages, pageParams: [] } }), list(['c']))
  expect(view).toMatchObject({ readAt: 100 })
})

test('reading on does not try a refresh again that failed: nothing is missing for it', () => {
  const lists = [list(['a'], { error, isRefetchError: true }), list(['b'], { hasNextPage: true })] as const
  readOn(lists, () => true)
  expect(lists[0].refetch).not.toHaveBeenCalled()
  expect(lists[1].fetchNextPage).toHaveBeenCalledOnce()
})

test('an impatient press asks nothing twice', () => {
  const busy = list(['a'], loadingMore)
  readOn([busy], () => true)
  expect(busy.fetchNextPage).not.toHaveBeenCalled()
})
