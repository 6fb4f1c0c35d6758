import { expect, test } from 'vitest'
import { type Call, details, page, problem } from './testing/scripted-backend.ts'
import { showCases } from './testing/shown-cases.ts'

const longest = 22_500

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
