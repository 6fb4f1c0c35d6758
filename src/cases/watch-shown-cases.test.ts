import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { readOn } from './case-list.ts'
import { markDue } from './read-again.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, createScriptedBackend, page, problem } from './testing/scripted-backend.ts'
import { loaded, serverOf, showCases } from './testing/shown-cases.ts'
import { createVisibility } from './testing/visibility-switch.ts'
import { watchShownCases } from './watch-shown-cases.ts'

test('the button reads every page again, and then the details; what is on screen stays meanwhile', async () => {
  const cases = await loaded(2)
  cases.refresh()
  expect(cases.view()).toMatchObject({ status: 'rows', refresh: { status: 'running' }, more: { status: 'none' } })
  expect(cases.brief()).toEqual(['case-1: read 1', 'case-2: read 1'])
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'list c-1 next.2.2', 'details details.1.2', 'details details.2.2'])
  expect(cases.brief()).toEqual(['case-1: read 2', 'case-2: read 2'])
  expect(cases.view()).toMatchObject({ refresh: { status: 'idle' } })
})

test('a refresh that fails leaves everything as it is, and says as of when', async () => {
  let isDown = false
  const server = serverOf(1)
  const cases = showCases((call) => (isDown ? call.answer(problem('upstream_denied')) : server(call)))
  await cases.after(0)
  const readAt = Date.now()
  isDown = true
  await cases.after(10_000)
  cases.refresh()
  await cases.after(0)
  expect(cases.brief()).toEqual(['case-1: read 1'])
  expect(cases.view()).toMatchObject({ readAt, refresh: { status: 'failed', failedAt: readAt + 10_000 } })
})

test('a press on "load more" during a refresh counts when the refresh is done', async () => {
  const cases = showCases(serverOf(2))
  await cases.after(0)
  cases.asked()
  cases.refresh()
  cases.readOn()
  await cases.after(0)
  expect(cases.brief()).toEqual(['case-1: read 2', 'case-2: read 2'])
})

test('a press during a refresh is forgotten when its contact is no longer shown', async () => {
  const cases = showCases(serverOf(2))
  await cases.after(0)
  cases.refresh()
  cases.readOn()
  cases.hide()
  cases.asked()
  await cases.after(60_000)
  expect(cases.asked()).toEqual([])
})

test('what is due is read again at once where it is shown', async () => {
  const cases = await loaded(1)
  await cases.after(20_000)
  for (const arn of cases.arns) markDue(cases.memory, arn, 5_000)
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details details.1.2'])
})

test('what was read a moment ago is not due', async () => {
  const cases = await loaded(1)
  await cases.after(5_000)
  for (const arn of cases.arns) markDue(cases.memory, arn, 5_000)
  await cases.after(60_000)
  expect(cases.asked()).toEqual([])
})

test('what falls due while the panel is hidden is read when it is shown', async () => {
  const cases = await loaded(1)
  cases.visibility.set(false)
  await cases.after(20_000)
  for (const arn of cases.arns) markDue(cases.memory, arn, 5_000)
  await cases.after(0)
  expect(cases.asked()).toEqual([])
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details details.1.2'])
})

test('what fell due while another contact was shown is read when this one is', async () => {
  const cases = await loaded(1)
  cases.hide()
  for (const arn of cases.arns) markDue(cases.memory, arn)
  await cases.after(20_000)
  expect(cases.asked()).toEqual([])
  onTestFinished(watchShownCases(cases.memory, cases.arns, cases.visibility))
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'details details.1.2'])
})

test.each([
  [30_000, []],
  [30_001, ['list c-1', 'details details.1.2']],
])('a panel that is shown again after %d ms', async (ms, asked) => {
  const cases = await loaded(1)
  cases.visibility.set(false)
  await cases.after(ms)
  expect(cases.asked()).toEqual([])
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toEqual(asked)
})

test('a refresh that nobody asked for costs five requests at most', async () => {
  const short = await loaded(2)
  await short.after(60_000)
  short.visibility.set(true)
  await short.after(0)
  expect(short.asked()).toHaveLength(4)

  const long = await loaded(3)
  await long.after(60_000)
  long.visibility.set(true)
  await long.after(0)
  expect(long.asked()).toEqual([])
  long.refresh()
  await long.after(0)
  expect(long.asked()).toHaveLength(6)
})

test('the cost of both contacts of a transfer counts', async () => {
  const cases = showCases(serverOf(2), { initial: true })
  await cases.after(0)
  cases.readOn()
  await cases.after(60_000)
  expect(cases.asked()).toHaveLength(6)
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toEqual([])
})

test('what failed is not read again by itself before the time that the server named', async () => {
  let isBusy = false
  const server = serverOf(1)
  const busy = problem('throttled', { 'retry-after': '7' })
  const cases = showCases((call) => (isBusy ? call.answer(busy.clone()) : server(call)))
  await cases.after(31_000)
  isBusy = true
  cases.visibility.set(true)
  await cases.after(0)
  cases.asked()
  cases.visibility.set(true)
  await cases.after(6_999)
  expect(cases.asked()).toEqual([])
  isBusy = false
  await cases.after(1)
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toHaveLength(2)
})

test('nothing is asked when the contact is no longer shown', async () => {
  const cases = await loaded(1)
  cases.hide()
  await cases.after(60_000)
  for (const arn of cases.arns) markDue(cases.memory, arn)
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toEqual([])
})

test('a press on "load more" during a refresh that fails reads no further', async () => {
  let isDown = false
  const server = serverOf(2)
  const cases = showCases((call) => (isDown ? call.answer(problem('upstream_denied')) : server(call)))
  await cases.after(0)
  cases.asked()
  isDown = true
  cases.refresh()
  cases.readOn()
  await cases.after(60_000)
  expect(cases.asked()).toEqual(['list c-1'])
})

test.each([
  ['', false, ['list c-1 next.2.1', 'details details.2.1']],
  [' during a refresh', true, ['list c-1', 'details details.1.2', 'list c-1 next.2.2', 'details details.2.2']],
])('two presses on "load more"%s before the panel is drawn again are one', async (_, isRefreshing, asked) => {
  const cases = showCases(serverOf(2))
  await cases.after(0)
  cases.asked()
  if (isRefreshing) cases.refresh()
  const drawn = cases.lists()
  readOn(drawn, () => true)
  readOn(drawn, () => true)
  await cases.after(0)
  expect(cases.asked()).toEqual(asked)
})

test('two presses on "try again" before the panel is drawn again are one', async () => {
  const cases = showCases((call) => call.answer(problem('upstream_denied')))
  await cases.after(0)
  cases.asked()
  const drawn = cases.lists()
  readOn(drawn, () => true)
  readOn(drawn, () => true)
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1'])
})

test('a refresh that nobody asked for is made where it costs exactly five requests', async () => {
  const server = serverOf(2)
  const isOwn = (call: Call) => call.route === 'case-details' || call.contactArn === arnOf('c-1')
  const cases = showCases((call) => (isOwn(call) ? server(call) : call.answer(page(['other']))), { initial: true })
  await cases.after(0)
  cases.readOn()
  await cases.after(60_000)
  cases.asked()
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toHaveLength(5)
})

test('a list that could not be read costs a refresh of the other nothing', async () => {
  const server = serverOf(2)
  const isOwn = (call: Call) => call.route === 'case-details' || call.contactArn === arnOf('c-1')
  const denied = () => problem('upstream_denied')
  const cases = showCases((call) => (isOwn(call) ? server(call) : call.answer(denied())), { initial: true })
  await cases.after(0)
  const [own] = cases.lists()
  if (own) readOn([own], () => true)
  await cases.after(60_000)
  cases.asked()
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'list c-1 next.2.2', 'details details.1.2', 'details details.2.2'])
})

test('a panel that is hidden makes nothing due', async () => {
  const cases = await loaded(1)
  await cases.after(60_000)
  cases.visibility.set(false)
  cases.hide()
  cases.visibility.set(true)
  onTestFinished(watchShownCases(cases.memory, cases.arns, cases.visibility))
  await cases.after(0)
  expect(cases.asked()).toEqual([])
})

test('a list that could not be read is no refresh, whatever a desktop does with its whole memory', async () => {
  const cases = showCases((call) => call.answer(problem('upstream_denied')))
  await cases.after(0)
  cases.asked()
  await cases.queryClient.invalidateQueries({ refetchType: 'none' })
  cases.visibility.set(true)
  await cases.after(60_000)
  expect(cases.asked()).toEqual([])
})

test('what nobody asked for yet is not due', async () => {
  const memory = { client: createScriptedBackend().client, queryClient: new QueryClient() }
  markDue(memory, arnOf('c-1'))
  onTestFinished(watchShownCases(memory, [arnOf('c-1')], createVisibility()))
  expect(memory.queryClient.isFetching()).toBe(0)
})
