import { expect, test, vi } from 'vitest'
import type { ReadableCaseList } from './case-list.ts'
import { readOn } from './case-list.ts'
import { CasesError } from './cases-problem.ts'
import { toCasesView } from './cases-view.ts'

const error = new CasesError({ code: 'internal', retryable: true, detail: '', retryAfterMs: null, requestId: null })

function list(caseIds: readonly string[] | null, more: Partial<ReadableCaseList> = {}) {
  const page = {
    cases: (caseIds ?? []).map((caseId) => ({ caseId, templateId: 'general' })),
    nextToken: null,
    readWith: [null],
    restarted: false,
  }
  return {
    data: caseIds === null ? undefined : { pages: [page], pageParams: [null] },
    dataUpdatedAt: 1_000,
    error: null,
    errorUpdatedAt: 2_000,
    isPending: false,
    isFetching: false,
    hasNextPage: false,
    fetchNextPage: vi.fn<ReadableCaseList['fetchNextPage']>(),
    refetch: vi.fn<ReadableCaseList['refetch']>(),
    ...more,
  }
}

const loading = () => list(null, { isPending: true, isFetching: true })
const failed = () => list(null, { error })

test.each([
  ['nothing yet', loading(), null, { status: 'loading' }],
  ['no cases', list([]), null, { status: 'empty' }],
  ['a failure', failed(), null, { status: 'failed', problem: error.problem }],
  [
    'all cases',
    list(['a']),
    null,
    { status: 'rows', cases: [{ caseId: 'a' }], hasNext: false, more: { status: 'none' } },
  ],
  ['cases and more', list(['a'], { hasNextPage: true }), null, { hasNext: true, more: { status: 'offered' } }],
  ['an empty page and more', list([], { hasNextPage: true }), null, { status: 'rows', cases: [], hasNext: true }],
  ['more on their way', list(['a'], { hasNextPage: true, isFetching: true }), null, { more: { status: 'loading' } }],
  ['more that failed', list(['a'], { hasNextPage: true, error }), null, { cases: [{}], more: { status: 'failed' } }],
  ['cases, the initial contact on its way', list(['a']), loading(), { cases: [{}], more: { status: 'loading' } }],
  ['cases, the initial contact failed', list(['a']), failed(), { cases: [{}], more: { status: 'failed' } }],
  ["a failure, the initial contact's cases", failed(), list(['a']), { cases: [{}], more: { status: 'failed' } }],
  ['no cases, the initial contact on its way', list([]), loading(), { status: 'loading' }],
  ['no cases, the initial contact failed', list([]), failed(), { status: 'failed' }],
  ['no cases of either contact', list([]), list([]), { status: 'empty' }],
])('%s', (_, thisList, initialList, view) => {
  expect(toCasesView(thisList, initialList)).toMatchObject(view)
})

test("reading on takes this contact's pages first, and then the initial contact's", () => {
  const both = [list(['a'], { hasNextPage: true }), list(['b'], { hasNextPage: true })] as const
  readOn(both)
  expect(both[0].fetchNextPage).toHaveBeenCalledOnce()
  expect(both[1].fetchNextPage).not.toHaveBeenCalled()
  const rest = [list(['a']), list(['b'], { hasNextPage: true })] as const
  readOn(rest)
  expect(rest[0].fetchNextPage).not.toHaveBeenCalled()
  expect(rest[1].fetchNextPage).toHaveBeenCalledOnce()
})

test('reading on tries again what failed, and nothing else', () => {
  const lists = [list(['a'], { hasNextPage: true }), failed()] as const
  readOn(lists)
  expect(lists[0].fetchNextPage).not.toHaveBeenCalled()
  expect(lists[1].refetch).toHaveBeenCalledOnce()
})

test('an impatient press asks nothing twice', () => {
  const busy = list(['a'], { hasNextPage: true, isFetching: true })
  readOn([busy])
  expect(busy.fetchNextPage).not.toHaveBeenCalled()
})
