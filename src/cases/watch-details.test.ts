import { expect, onTestFinished, test } from 'vitest'
import { retryDetails } from './cases-in-memory.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, details, failedCase, page, problem } from './testing/scripted-backend.ts'
import { loaded, serverOf, showCases } from './testing/shown-cases.ts'
import { watchDetails } from './watch-details.ts'

test('the details of a page are asked for when it is there, and once', async () => {
  const cases = showCases(serverOf(2))
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details details.1.1'])
  cases.readOn()
  await cases.after(60_000)
  expect(cases.asked()).toEqual(['list c-1 next.2.1', 'details details.2.1'])
  expect(cases.brief()).toEqual(['case-1: read 1', 'case-2: read 1'])
})

test('a page without a token has no details to ask for', async () => {
  const cases = showCases((call) => call.answer(page(['a'])))
  await cases.after(0)
  expect(cases.brief()).toEqual(['a none'])
  expect(cases.asked()).toEqual(['list c-1'])
})

/** A server whose cases fail until `isWell`. */
function ailing(answer: () => Response) {
  const state = { isWell: false, reads: 0 }
  const rule = (call: Call) => {
    if (call.route === 'case-details')
      return call.answer(state.isWell ? details(...(call.caseIds ?? ['a', 'b'])) : answer())
    state.reads += 1
    // A panel that asks in a loop is left waiting, so that its test can end.
    if (state.reads <= 30) call.answer(page(['a', 'b'], null, { detailsToken: `token-${state.reads}` }))
  }
  return { state, rule }
}

test('a case whose details failed is tried again on its own', async () => {
  const { state, rule } = ailing(() => details('a', failedCase('b', 'upstream_invalid')))
  const cases = showCases(rule)
  await cases.after(0)
  expect(cases.brief()).toEqual(['a: Title of a', 'b upstream_invalid'])
  state.isWell = true
  cases.asked()
  for (const arn of cases.arns) expect(retryDetails(cases.memory, arn, 'b')).toBe(true)
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'b')
  const row = () => cases.view().status === 'rows' && Object(cases.view()).cases[1].details
  expect(row()).toMatchObject({ status: 'failed', retrying: true })
  await cases.after(0)
  expect(cases.asked()).toEqual(['details token-1 b'])
  expect(cases.calls.at(-1)?.priority).toBe('u=4')
  expect(cases.brief()).toEqual(['a: Title of a', 'b: Title of b'])
})

test('a press that comes just after the details asks nothing, and so takes no title away', async () => {
  const { state, rule } = ailing(() => details('a', failedCase('b', 'upstream_invalid')))
  const cases = showCases(rule)
  await cases.after(0)
  state.isWell = true
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'b')
  await cases.after(0)
  state.isWell = false
  cases.asked()
  for (const arn of cases.arns) expect(retryDetails(cases.memory, arn, 'b')).toBe(true)
  await cases.after(0)
  expect(cases.asked()).toEqual([])
  expect(cases.brief()).toEqual(['a: Title of a', 'b: Title of b'])
})

test('a case of a page that failed as a whole can be tried again on its own', async () => {
  const { state, rule } = ailing(() => problem('upstream_denied'))
  const cases = showCases(rule)
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details token-1'])
  expect(cases.brief()).toEqual(['a upstream_denied', 'b upstream_denied'])
  state.isWell = true
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'b')
  await cases.after(0)
  expect(cases.brief()).toEqual(['a upstream_denied', 'b: Title of b'])
})

test('a case that nobody lists is not asked for', async () => {
  const cases = await loaded(1)
  for (const arn of cases.arns) expect(retryDetails(cases.memory, arn, 'other')).toBe(false)
  expect(retryDetails(cases.memory, arnOf('not-read'), 'case-1')).toBe(false)
  expect(cases.asked()).toEqual([])
})

test('details that failed are asked for when the contact is viewed again, but not while the server asked to wait', async () => {
  const { rule } = ailing(() => problem('throttled', { 'retry-after': '7' }))
  const cases = showCases(rule)
  await cases.after(0)
  cases.hide()
  cases.asked()
  const viewAgain = () => cases.arns.forEach((arn) => void onTestFinished(watchDetails(cases.memory, arn)))
  await cases.after(6_999)
  viewAgain()
  expect(cases.asked()).toEqual([])
  await cases.after(1)
  viewAgain()
  expect(cases.asked()).toEqual(['details token-1'])
})

/** A server that lists a case for each page, and leaves who asks for its details waiting. */
function waiting() {
  let reads = 0
  const cases = showCases((call) => {
    if (call.route === 'case-details') return
    reads += 1
    call.answer(page([`case-${reads}`], reads === 1 ? 'next' : null, { detailsToken: `token-${reads}` }))
  })
  const waitedFor = () => cases.calls.filter((call) => call.route === 'case-details' && !call.aborted())
  return { ...cases, waitedFor: () => waitedFor().map(({ detailsToken }) => detailsToken) }
}

test('details that are on their way are waited for while more is loaded, and not asked for twice', async () => {
  const cases = waiting()
  await cases.after(0)
  cases.readOn()
  await cases.after(0)
  expect(cases.waitedFor()).toEqual(['token-1', 'token-2'])
  expect(cases.asked()).toHaveLength(4)
  cases.hide()
  expect(cases.waitedFor()).toEqual([])
})

test('details that are on their way are not waited for when the list was read again', async () => {
  const cases = waiting()
  await cases.after(0)
  cases.refresh()
  await cases.after(0)
  expect(cases.waitedFor()).toEqual(['token-2'])
})

test('details that are on their way are not waited for when the list is forgotten', async () => {
  const cases = waiting()
  await cases.after(0)
  for (const arn of cases.arns) {
    cases.queryClient.removeQueries({ queryKey: contactCasesQuery(cases.client, arn).queryKey })
  }
  expect(cases.waitedFor()).toEqual([])
})

test('a title that came on its own stays when reading it again fails', async () => {
  const { state, rule } = ailing(() => details('a', failedCase('b', 'throttled')))
  const cases = showCases(rule)
  await cases.after(0)
  state.isWell = true
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'b')
  await cases.after(0)
  state.isWell = false
  cases.refresh()
  await cases.after(0)
  expect(cases.brief()).toEqual(['a: Title of a', 'b: Title of b'])
})

test('tokens that the server forgot make it read the list again, once', async () => {
  const { rule } = ailing(() => problem('cursor_expired'))
  const cases = showCases(rule)
  await cases.after(60_000)
  expect(cases.asked()).toEqual(['list c-1', 'details token-1', 'list c-1', 'details token-2'])
  expect(cases.brief()).toEqual(['a cursor_expired', 'b cursor_expired'])
})

test('tokens that grew old are replaced, hours after another time', async () => {
  let isOld = true
  let reads = 0
  const cases = showCases((call) => {
    if (call.route !== 'case-details') {
      reads += 1
      return call.answer(page(['a'], null, { detailsToken: `t-${reads}` }))
    }
    call.answer(isOld ? problem('cursor_expired') : details(failedCase('a', 'throttled')))
    isOld = !isOld
  })
  await cases.after(0)
  expect(cases.asked()).toHaveLength(4)
  await cases.after(3_600_000)
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'a')
  await cases.after(0)
  expect(cases.asked()).toHaveLength(3)
})

test('memory stays bounded however often the details fail', async () => {
  const { rule } = ailing(() => problem('upstream_denied'))
  const cases = showCases(rule)
  for (let read = 0; read < 20; read += 1) {
    cases.refresh()
    await cases.after(60_000)
  }
  expect(cases.queryClient.getQueryCache().getAll()).toHaveLength(2)
})

test('what a case answered on its own is forgotten when its page tells as much', async () => {
  const { state, rule } = ailing(() => details('a', failedCase('b', 'upstream_invalid')))
  const cases = showCases(rule)
  await cases.after(0)
  state.isWell = true
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'b')
  await cases.after(0)
  expect(cases.queryClient.getQueryCache().getAll()).toHaveLength(3)
  cases.refresh()
  await cases.after(0)
  expect(cases.queryClient.getQueryCache().getAll()).toHaveLength(2)
})

test('memory stays bounded however often the cases are read again', async () => {
  const cases = await loaded(2)
  for (let read = 0; read < 20; read += 1) {
    cases.refresh()
    await cases.after(60_000)
  }
  expect(cases.queryClient.getQueryCache().getAll()).toHaveLength(3)
})
