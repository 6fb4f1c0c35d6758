import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import type { CasesPage } from './cases-page.ts'
import { withFreshDetails } from './fresh-details.ts'
import { markDue } from './read-again.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, details, failedCase, page } from './testing/scripted-backend.ts'
import { loaded, showCases } from './testing/shown-cases.ts'
import { watchShownCases } from './watch-shown-cases.ts'

/** Lists that the server gives one after the other, and whether it can tell of the case `ailing`. */
function givenLists(...lists: string[][]) {
  let reads = 0
  return (call: Call) => {
    if (call.route !== 'case-details') {
      const caseIds = lists[reads++] ?? []
      return call.answer(page(caseIds, null, { detailsToken: `${reads}: ${caseIds.join(' ')}` }))
    }
    const caseIds = call.detailsToken?.split(' ').slice(1) ?? []
    call.answer(details(...caseIds.map((id) => (id === 'ailing' ? failedCase(id, 'upstream_invalid') : id))))
  }
}

/** What is asked when the list is due again after so long. */
async function askedAfter(ms: number, ...lists: string[][]) {
  const cases = showCases(givenLists(...lists))
  await cases.after(ms)
  cases.asked()
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  return cases
}

test('a list that is read again by itself, and has the same cases, asks for no details that were there a moment ago', async () => {
  const cases = await askedAfter(19_999, ['a', 'b'], ['b', 'a'])
  expect(cases.asked()).toEqual(['list c-1'])
  expect(cases.brief()).toEqual(['b: Title of b', 'a: Title of a'])
})

test('details that are older are read again, however often the list was read meanwhile', async () => {
  const cases = await askedAfter(12_000, ['a'], ['a'], ['a'])
  await cases.after(8_000)
  cases.asked()
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details 3: a'])
})

test.each([
  ['another case', ['a'], ['a', 'b']],
  ['another case instead of one', ['a', 'b'], ['a', 'c']],
  ['a case less', ['a', 'b'], ['a']],
  ['a case whose details failed', ['a', 'ailing'], ['a', 'ailing']],
])('a list with %s asks for the details of its page', async (_, before, after) => {
  const cases = await askedAfter(6_000, before, after)
  expect(cases.asked()).toEqual(['list c-1', `details 2: ${after.join(' ')}`])
})

test('a contact that is looked at again after such a read asks for nothing', async () => {
  const cases = await askedAfter(6_000, ['a'], ['a'])
  cases.hide()
  cases.asked()
  onTestFinished(watchShownCases(cases.memory, cases.arns, cases.visibility))
  await cases.after(0)
  expect(cases.asked()).toEqual([])
})

test('a press of refresh reads the details too', async () => {
  const cases = await loaded(1)
  cases.refresh()
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details details.1.2'])
})

test('details that nobody has asked for yet are no fresh ones', () => {
  const [caseIds, detailsToken] = [['a'], 'first']
  const cases = [{ caseId: 'a', templateId: 'template' }]
  const page: CasesPage = { cases, nextToken: null, readWith: [null], batches: [], readAt: 0, restarted: false }
  const key = ['case-details', 'domain', arnOf('c-1')] as const
  expect(withFreshDetails(new QueryClient(), key, [{ detailsToken, caseIds }], page)).toBe(page)
})
