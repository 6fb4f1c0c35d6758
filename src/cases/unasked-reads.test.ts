import { expect, test } from 'vitest'
import { markDue } from './read-again.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, details, page, problem } from './testing/scripted-backend.ts'
import { loaded, serverOf, showCases } from './testing/shown-cases.ts'

const busy = () => problem('throttled', { 'retry-after': '7' })

/** A contact of one case that was read a minute ago, and a server that has no room for refreshes unless told. */
async function readAMinuteAgo() {
  const server = serverOf(1)
  const state = { isBusy: false }
  const cases = showCases((call) => {
    if (state.isBusy && call.priority === 'u=6') call.answer(busy())
    else server(call)
  })
  await cases.after(60_000)
  cases.asked()
  return Object.assign(cases, { state })
}

const prioritiesOf = (calls: readonly Call[], from = 0) => calls.slice(from).map(({ priority }) => priority)

test('what is read again by itself yields to everything, its details with it', async () => {
  const cases = await loaded(1)
  const before = cases.calls.length
  await cases.after(20_000)
  markDue(cases.memory, arnOf('c-1'), 5_000)
  await cases.after(0)
  expect(prioritiesOf(cases.calls, before)).toEqual(['u=6', 'u=6'])
  cases.refresh()
  await cases.after(0)
  expect(prioritiesOf(cases.calls, before + 2)).toEqual(['u=3', 'u=4'])
})

test('details of a case that appeared are missing on screen, and so are no refresh', async () => {
  const lists = [['a'], ['a', 'b']]
  const cases = showCases((call) => {
    if (call.route === 'case-details') return call.answer(details('a'))
    const listed = lists.shift() ?? []
    call.answer(page(listed, null, { detailsToken: `details of ${listed.join()}` }))
  })
  await cases.after(6_000)
  markDue(cases.memory, arnOf('c-1'), 5_000)
  await cases.after(0)
  expect(prioritiesOf(cases.calls)).toEqual(['u=1', 'u=4', 'u=6', 'u=4'])
})

test('a refresh that has to yield is no failure: what is shown stays, and so does its time', async () => {
  const cases = await readAMinuteAgo()
  const before = cases.view()
  cases.state.isBusy = true
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1'])
  expect(cases.view()).toEqual(before)
  expect(cases.brief()).toEqual(['case-1: read 1'])
  expect(cases.lists()[0]?.error).toMatchObject({ cause: { problem: { code: 'throttled' } } })
  await cases.after(60_000)
  expect(cases.asked()).toEqual([])
})

test('a refresh by itself that fails for another reason is told', async () => {
  const server = serverOf(1)
  let isDenied = false
  const cases = showCases((call) => (isDenied ? call.answer(problem('upstream_denied')) : server(call)))
  await cases.after(60_000)
  isDenied = true
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  expect(cases.view()).toMatchObject({ refresh: { status: 'failed', problem: { code: 'upstream_denied' } } })
})

test('after one that had to yield the next occasion refreshes, once the time has passed that the server named', async () => {
  const cases = await readAMinuteAgo()
  cases.state.isBusy = true
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(6_999)
  cases.state.isBusy = false
  cases.asked()
  cases.visibility.set(true)
  expect(cases.asked()).toEqual([])
  await cases.after(1)
  cases.visibility.set(true)
  await cases.after(0)
  expect(cases.brief()).toEqual(['case-1: read 2'])
})

test('a press while the list is read again by itself does not yield with it', async () => {
  const cases = await readAMinuteAgo()
  cases.state.isBusy = true
  markDue(cases.memory, arnOf('c-1'))
  cases.refresh()
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'list c-1', 'details details.1.2'])
  expect(cases.brief()).toEqual(['case-1: read 2'])
})

test('two presses while the list is read again by itself are one', async () => {
  const cases = await readAMinuteAgo()
  cases.state.isBusy = true
  markDue(cases.memory, arnOf('c-1'))
  cases.refresh()
  cases.refresh()
  await cases.after(0)
  expect(cases.asked()).toEqual(['list c-1', 'list c-1', 'details details.1.2'])
})

test('a press that the server has no room for is told, with the time to wait', async () => {
  const server = serverOf(1)
  let isBusy = false
  const cases = showCases((call) => (isBusy ? call.answer(busy()) : server(call)))
  await cases.after(60_000)
  isBusy = true
  cases.refresh()
  await cases.after(0)
  expect(cases.view()).toMatchObject({ refresh: { status: 'failed', problem: { retryAfterMs: 7_000 } } })
})

test('a refresh by itself does not take over what someone asked for', async () => {
  const cases = await loaded(1)
  const before = cases.calls.length
  await cases.after(6_000)
  cases.refresh()
  markDue(cases.memory, arnOf('c-1'))
  await cases.after(0)
  expect(prioritiesOf(cases.calls, before)).toEqual(['u=3', 'u=4'])
})
