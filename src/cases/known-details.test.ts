import type { QueryState } from '@tanstack/react-query'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { DetailsAnswer } from './case-details-query.ts'
import { CasesError, type CasesProblemCode } from './cases-problem.ts'
import { type DetailsAsk, detailsIn, knownDetails, spentAsks } from './known-details.ts'
import { pageOf } from './testing/pages.ts'
import { failedCase, foundCase } from './testing/scripted-backend.ts'

type AskState = QueryState<DetailsAnswer, CasesError>

const asking: AskState = new QueryClient()
  .getQueryCache()
  .build<DetailsAnswer, CasesError>(new QueryClient(), { queryKey: ['ask'] }).state

function ask(detailsToken: string, state: Partial<AskState>, caseId: string | null = null): DetailsAsk {
  return { detailsToken, caseId, state: { ...asking, ...state } }
}

const answered = (at: number, ...data: DetailsAnswer): Partial<AskState> => ({
  status: 'success',
  data,
  dataUpdatedAt: at,
})

function failed(at: number, code: CasesProblemCode): Partial<AskState> {
  const problem = { code, retryable: true, detail: '', retryAfterMs: null, requestId: null }
  return { status: 'error', error: new CasesError(problem), errorUpdatedAt: at }
}

const batch = (detailsToken: string, ...caseIds: string[]) => ({ detailsToken, caseIds })
const pageWith = (token: string, ...caseIds: string[]) => pageOf(caseIds, { batches: [batch(token, ...caseIds)] })

/** What is known of each case, in a word: its title, or the code it failed with. */
function brief(pages: readonly ReturnType<typeof pageOf>[], asks: readonly DetailsAsk[]) {
  return [...knownDetails(pages, asks)].map(([caseId, details]) => {
    if (details.status === 'known') return `${caseId}: ${details.found.title}`
    if (details.status !== 'failed') return `${caseId} ${details.status}`
    return `${caseId} ${details.outcome.code}${details.retrying ? ' retrying' : ''}`
  })
}

const titled = (caseId: string, title: string) => foundCase(caseId, { title })

test('a case waits for its answer, and has none to wait for where the server offers no details', () => {
  expect(brief([pageOf(['a'])], [])).toEqual(['a none'])
  expect(brief([pageWith('t', 'a')], [])).toEqual(['a loading'])
  expect(brief([pageWith('t', 'a')], [ask('t', { fetchStatus: 'fetching' })])).toEqual(['a loading'])
})

test('each case has its own outcome', () => {
  const asks = [ask('t', answered(1, titled('a', 'One'), failedCase('b', 'case_not_found')))]
  expect(brief([pageWith('t', 'a', 'b', 'c')], asks)).toEqual(['a: One', 'b case_not_found', 'c loading'])
})

test('a page that failed as a whole fails each of its cases, and no other', () => {
  const pages = [pageWith('t1', 'a', 'b'), pageWith('t2', 'c')]
  expect(brief(pages, [ask('t1', failed(1, 'unreachable')), ask('t2', answered(1, titled('c', 'Three')))])).toEqual([
    'a unreachable',
    'b unreachable',
    'c: Three',
  ])
})

test('a case of a page that failed says why, and whether that may pass', () => {
  const known = knownDetails([pageWith('t', 'a')], [ask('t', failed(1, 'unreachable'))])
  const outcome = { outcome: 'failed', caseId: 'a', code: 'unreachable', retryable: true }
  expect(known.get('a')).toEqual({ status: 'failed', outcome, retrying: false })
})

test('the title of an earlier read stays until the new one is there', () => {
  const old = ask('old', answered(1, titled('a', 'Before')))
  expect(brief([pageWith('new', 'a', 'b')], [old])).toEqual(['a: Before', 'b loading'])
  const now = ask('new', answered(2, titled('a', 'After'), titled('b', 'Two')))
  expect(brief([pageWith('new', 'a', 'b')], [now, old])).toEqual(['a: After', 'b: Two'])
})

test('a title stays when reading it again fails for a while, and leaves when its case is gone', () => {
  const old = ask('old', answered(1, titled('a', 'Before')))
  const pages = [pageWith('new', 'a')]
  expect(brief(pages, [old, ask('new', failed(2, 'cursor_expired'))])).toEqual(['a: Before'])
  expect(brief(pages, [old, ask('new', answered(2, failedCase('a', 'throttled')))])).toEqual(['a: Before'])
  expect(brief(pages, [old, ask('new', answered(2, failedCase('a', 'case_not_found')))])).toEqual(['a case_not_found'])
})

test('a single case that is asked for again says so, and then how it ended', () => {
  const pages = [pageWith('t', 'a', 'b')]
  const whole = ask('t', failed(1, 'throttled'))
  expect(brief(pages, [whole, ask('t', { fetchStatus: 'fetching' }, 'a')])).toEqual([
    'a throttled retrying',
    'b throttled',
  ])
  expect(brief(pages, [whole, ask('t', failed(2, 'unreachable'), 'a')])).toEqual(['a unreachable', 'b throttled'])
  expect(brief(pages, [whole, ask('t', answered(2, titled('a', 'One')), 'a')])).toEqual(['a: One', 'b throttled'])
})

test('cases that are no longer linked are not told of', () => {
  const gone = [ask('old', answered(1, titled('a', 'Gone'))), ask('old', { fetchStatus: 'fetching' }, 'a')]
  expect(brief([pageWith('new', 'b')], gone)).toEqual(['b loading'])
})

test('pages before a restart do not count', () => {
  const restarted = pageOf(['b'], { batches: [batch('new', 'b')], restarted: true })
  expect(brief([pageWith('old', 'a'), restarted], [])).toEqual(['b loading'])
})

test('the same outcome is the same details, so that a row need not be drawn again', () => {
  const pages = [pageWith('t', 'a')]
  const asks = [ask('t', answered(1, titled('a', 'One')))]
  const askedAlone = ask('t', { fetchStatus: 'fetching' }, 'a')
  expect(knownDetails(pages, asks).get('a')).toBe(knownDetails(pages, [...asks, askedAlone]).get('a'))
})

test('a case of two contacts shows what either list knows of it', () => {
  const own = knownDetails([pageWith('t1', 'a', 'b')], [ask('t1', failed(1, 'throttled'))])
  const other = knownDetails([pageWith('t2', 'a', 'c')], [ask('t2', answered(1, titled('a', 'One')))])
  expect(detailsIn('a', own, other).status).toBe('known')
  expect(detailsIn('b', own, other).status).toBe('failed')
  expect(detailsIn('c', own, other).status).toBe('loading')
  expect(detailsIn('d', own, other).status).toBe('none')
  const later = knownDetails([pageWith('t3', 'a')], [ask('t3', answered(2, titled('a', 'Own')))])
  expect(detailsIn('a', later, other)).toMatchObject({ found: { title: 'Own' } })
})

test('an answer is kept until newer ones told all that it told', () => {
  const first = ask('old-1', answered(1, titled('a', 'A'), titled('b', 'B')))
  const second = ask('old-2', answered(2, titled('a', 'A2'), failedCase('b', 'throttled')))
  const pages = [pageWith('new', 'a', 'b')]
  expect(spentAsks(pages, [first])).toEqual([])
  expect(spentAsks(pages, [first, second])).toEqual([])
  const third = ask('new', answered(3, titled('a', 'A3'), failedCase('b', 'case_not_found')))
  expect(spentAsks(pages, [first, second, third])).toEqual([first, second])
})

test('what is on its way or failed is kept for this read of the list only', () => {
  const failing = ask('old', failed(1, 'throttled'))
  const asked = ask('old', { fetchStatus: 'fetching' }, 'a')
  expect(spentAsks([pageWith('old', 'a')], [failing, asked])).toEqual([])
  expect(spentAsks([pageWith('new', 'a')], [failing, asked])).toEqual([failing, asked])
})

test('answers of cases that are no longer linked are not kept', () => {
  const gone = ask('old', answered(1, titled('gone', 'Gone')))
  expect(spentAsks([pageWith('new', 'a')], [gone])).toEqual([gone])
})
