import { expect, onTestFinished, test } from 'vitest'
import { retryDetails } from './cases-in-memory.ts'
import { holdTemplates } from './hold-cases.ts'
import { templatesQuery } from './templates-query.ts'
import { type Call, details, page, problem, templates } from './testing/scripted-backend.ts'
import { showCases } from './testing/shown-cases.ts'

const longest = 22_500

const busy = (seconds: number) => problem('throttled', { 'retry-after': String(seconds) })

/** A list of one case, whose details fail so until the test says otherwise. */
function showAiling(failure: () => Response) {
  const state = { answer: failure }
  const cases = showCases((call: Call) =>
    call.answer(call.route === 'case-details' ? state.answer() : page(['a'], null, { detailsToken: 'token' })),
  )
  const heal = () => {
    state.answer = () => details('a')
  }
  return { cases, heal }
}

test('details that failed for what passes by itself are asked for again, without a press', async () => {
  const { cases, heal } = showAiling(() => problem('upstream_unavailable'))
  await cases.after(8_000)
  expect(cases.brief()).toEqual(['a upstream_unavailable'])
  heal()
  await cases.after(longest)
  expect(cases.brief()).toEqual(['a: Title of a'])
})

test('not while nobody sees them, and at once when somebody does', async () => {
  const { cases, heal } = showAiling(() => problem('upstream_unavailable'))
  await cases.after(8_000)
  cases.visibility.set(false)
  cases.asked()
  heal()
  await cases.after(29_000)
  expect(cases.asked()).toEqual([])
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.brief()).toEqual(['a: Title of a'])
})

test('what somebody has to mend is not asked for again', async () => {
  const { cases } = showAiling(() => problem('upstream_denied'))
  await cases.after(0)
  cases.asked()
  await cases.after(10 * longest)
  expect(cases.asked()).toEqual([])
})

test('a contact that is no longer shown is not asked about', async () => {
  const { cases } = showAiling(() => problem('upstream_unavailable'))
  await cases.after(8_000)
  cases.hide()
  cases.asked()
  await cases.after(10 * longest)
  expect(cases.asked()).toEqual([])
})

/** A contact whose list names these cases of these pages, by their tokens, and whose details are as `answers` says. */
function showPages(answers: Record<string, () => Response>) {
  const tokens = Object.keys(answers)
  return showCases((call) => {
    if (call.route === 'case-details') return call.answer(answers[call.detailsToken ?? '']?.() ?? details())
    const at = Number(call.nextToken ?? 0)
    call.answer(page([`case-${at}`], tokens[at + 1] ? String(at + 1) : null, { detailsToken: String(tokens[at]) }))
  })
}

test('each failure is asked for again in its own time, the one first that the server wants first', async () => {
  const cases = showPages({ 't-1': () => busy(60), 't-2': () => busy(5) })
  await cases.after(0)
  cases.readOn()
  await cases.after(0)
  cases.asked()
  await cases.after(5_001)
  expect(cases.asked()).toEqual(['details t-2'])
})

/** A case whose title is there, and a server that then fails for a while, at a list of these cases. */
async function showAilingRefresh(caseIds: readonly string[]) {
  let isDown = false
  const cases = showCases((call) => {
    if (call.route !== 'case-details') {
      return call.answer(page(isDown ? caseIds : ['a'], null, { detailsToken: isDown ? 'new' : 'old' }))
    }
    call.answer(isDown ? problem('upstream_unavailable') : details('a'))
  })
  await cases.after(0)
  isDown = true
  cases.refresh()
  await cases.after(8_000)
  cases.asked()
  await cases.after(longest)
  return cases
}

test('details that are there from an earlier answer are not asked for again', async () => {
  const cases = await showAilingRefresh(['a'])
  expect(cases.brief()).toEqual(['a: Title of a'])
  expect(cases.asked()).toEqual([])
})

test('details of which only some are there from an earlier answer are asked for again', async () => {
  const cases = await showAilingRefresh(['a', 'b'])
  expect(cases.brief()).toEqual(['a: Title of a', 'b upstream_unavailable'])
  expect(cases.asked()).toContain('details new')
})

test('a case that was tried by a press is asked for again with its page, not once more alone', async () => {
  const cases = showCases((call) => {
    if (call.route !== 'case-details') return call.answer(page(['a'], null, { detailsToken: 'token' }))
    call.answer(busy(call.caseIds === null ? 60 : 5))
  })
  await cases.after(0)
  for (const arn of cases.arns) retryDetails(cases.memory, arn, 'a')
  await cases.after(59_999)
  expect(cases.asked()).toEqual(['list c-1', 'details token', 'details token a'])
  await cases.after(1)
  expect(cases.asked()).toEqual(['details token'])
})

test('a list that failed is left to its countdown', async () => {
  const cases = showCases((call) => call.answer(problem('upstream_unavailable')))
  await cases.after(8_000)
  cases.asked()
  await cases.after(10 * longest)
  expect(cases.asked()).toEqual([])
})

/** A contact without cases, and templates that are held and fail once `isDown`. */
function showWithTemplates(isDown: boolean) {
  const state = { isDown }
  const cases = showCases((call) => {
    if (call.route !== 'templates') call.answer(page([]))
    else call.answer(state.isDown ? problem('upstream_unavailable') : templates('General'))
  })
  const held = holdTemplates(cases.memory)
  held.read()
  onTestFinished(() => held.forget())
  return Object.assign(cases, { state })
}

test('names of templates that failed are asked for again', async () => {
  const cases = showWithTemplates(true)
  await cases.after(8_000)
  cases.asked()
  cases.state.isDown = false
  await cases.after(10 * longest)
  expect(cases.asked()).toEqual(['templates'])
})

test('names of templates that are there are not, when reading them again fails', async () => {
  const cases = showWithTemplates(false)
  await cases.after(0)
  cases.state.isDown = true
  const query = templatesQuery(cases.client)
  cases.queryClient.query({ ...query, staleTime: 0 }).catch(() => {})
  await cases.after(8_000)
  cases.asked()
  await cases.after(10 * longest)
  expect(cases.asked()).toEqual([])
})
