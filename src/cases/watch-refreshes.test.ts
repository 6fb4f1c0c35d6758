import { expect, onTestFinished, test, vi } from 'vitest'
import type { ReadChanges } from './compare-reads.ts'
import { markDue } from './read-again.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, page, problem } from './testing/scripted-backend.ts'
import { showCases } from './testing/shown-cases.ts'
import { watchRefreshes } from './watch-refreshes.ts'

type Answers = Record<string, () => Response | null>

/** Answers by contact and token, e.g. `c-1` and `c-1 next`; null waits for ever. */
function watched(answers: Answers, initial = false) {
  const waiting: Call[] = []
  const cases = showCases(
    (call) => {
      const name = [call.contactArn?.split('/').at(-1), call.nextToken].filter(Boolean).join(' ')
      const answer = answers[name]?.()
      if (answer) call.answer(answer)
      else waiting.push(call)
    },
    { initial },
  )
  const told = vi.fn<(changes: ReadChanges | null) => void>()
  onTestFinished(watchRefreshes(cases.memory, cases.arns, told))
  return { ...cases, answers, waiting, told }
}

const changes = (appeared: string[], vanished: number) => ({ appeared: new Set(appeared), vanished })

test('a refresh tells which cases appeared and how many vanished', async () => {
  const cases = watched({ 'c-1': () => page(['a', 'b']) })
  await cases.after(0)
  cases.answers['c-1'] = () => page(['b', 'c', 'd'])
  cases.refresh()
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[changes(['c', 'd'], 1)]])
})

test('a refresh that changes nothing says so', async () => {
  const cases = watched({ 'c-1': () => page(['a']) })
  await cases.after(0)
  cases.refresh()
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[changes([], 0)]])
})

test('a first read, loading more, and a refresh that failed are no changes', async () => {
  const cases = watched({ 'c-1': () => page(['a'], 'next'), 'c-1 next': () => page(['b']) })
  await cases.after(0)
  cases.readOn()
  await cases.after(0)
  expect(cases.brief()).toHaveLength(2)
  cases.answers['c-1'] = () => problem('upstream_denied')
  cases.refresh()
  await cases.after(0)
  expect(cases.told).not.toHaveBeenCalled()
})

test('pages that an expired cursor made it read again are no refresh', async () => {
  const cases = watched({ 'c-1': () => page(['a'], 'next'), 'c-1 next': () => problem('cursor_expired') })
  await cases.after(0)
  cases.answers['c-1'] = () => page(['b'])
  cases.readOn()
  await cases.after(0)
  expect(cases.brief()).toEqual(['b none'])
  expect(cases.told).not.toHaveBeenCalled()
})

test('the two contacts of a transfer are refreshed as one', async () => {
  const cases = watched({ 'c-1': () => page(['a']), 'c-0': () => page(['b', 'both']) }, true)
  await cases.after(0)
  cases.answers['c-1'] = () => page(['a', 'both', 'c'])
  cases.answers['c-0'] = () => null
  cases.refresh()
  await cases.after(0)
  expect(cases.told).not.toHaveBeenCalled()
  cases.waiting[0]?.answer(page(['both', 'd']))
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[changes(['c', 'd'], 1)]])
})

test('what loading more brings meanwhile is not of the refresh', async () => {
  const cases = watched(
    { 'c-1': () => page(['a']), 'c-0': () => page(['b'], 'next'), 'c-0 next': () => page(['more']) },
    true,
  )
  await cases.after(6_000)
  cases.answers['c-1'] = () => null
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  cases.readOn()
  await cases.after(0)
  expect(cases.brief()).toEqual(['a none', 'b none', 'more none'])
  cases.waiting[0]?.answer(page(['a', 'c']))
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[changes(['c'], 0)]])
})

test('a contact that is forgotten takes along what the refresh changed', async () => {
  const cases = watched({ 'c-1': () => page(['a']) })
  await cases.after(0)
  cases.refresh()
  cases.queryClient.clear()
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[null]])
})

test('a refresh of one contact is told although the other could not be read', async () => {
  const cases = watched({ 'c-1': () => page(['a']), 'c-0': () => problem('upstream_denied') }, true)
  await cases.after(0)
  cases.answers['c-1'] = () => page(['a', 'b'])
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  expect(cases.told.mock.calls).toEqual([[changes(['b'], 0)]])
})

test('what else is read or forgotten tells nothing', async () => {
  const cases = watched({ 'c-1': () => page(['a']) })
  await cases.after(0)
  cases.queryClient.setQueryData(['other'], 'anything')
  cases.queryClient.removeQueries({ queryKey: ['other'] })
  expect(cases.told).not.toHaveBeenCalled()
})
