import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { toCaseRows } from './case-rows.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { createRetryPolicy } from './retry-policy.ts'
import { arnOf } from './testing/arns.ts'
import { type Call, createScriptedBackend, ids, page, problem } from './testing/scripted-backend.ts'

const undo: (() => void)[] = []

afterEach(() => {
  vi.useRealTimers()
  for (const each of undo.splice(0)) each()
})

/** A contact's query as the panel holds it, over answers given by a rule. */
function observe(rule: (call: Call) => void) {
  const backend = createScriptedBackend(rule)
  const queryClient = new QueryClient()
  const query = contactCasesQuery(backend.client, arnOf('c-1'))
  const observer = new InfiniteQueryObserver(queryClient, query)
  undo.push(observer.subscribe(() => {}))
  const list = () => observer.getCurrentResult()
  return {
    ...backend,
    queryClient,
    list,
    ids: () => toCaseRows(list().data?.pages ?? [], []).map((row) => row.caseId),
    tokens: () => backend.calls.map((call) => call.nextToken),
    viewAgain: () => void undo.push(new InfiniteQueryObserver(queryClient, query).subscribe(() => {})),
    settled: () => vi.waitFor(() => expect(list().isFetching).toBe(false)),
  }
}

type Answers = Record<string, Response[]>

/** Answers by token ('first' for none), in order. */
const inOrder = (answers: Answers) => (call: Call) =>
  call.answer(answers[call.nextToken ?? 'first']?.shift() ?? problem('not_found'))

test('pages follow each other by their tokens until there is none', async () => {
  const cases = observe(inOrder({ first: [page(['a'], 't1')], t1: [page(['b'], 't2')], t2: [page(['c'])] }))
  await cases.settled()
  await cases.list().fetchNextPage()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b', 'c'])
  expect(cases.list().hasNextPage).toBe(false)
  expect(cases.tokens()).toEqual([null, 't1', 't2'])
})

test('a token that comes back a second time ends the list', async () => {
  const cases = observe(inOrder({ first: [page(['a'], 't1')], t1: [page(['b'], 't2')], t2: [page(['c'], 't1')] }))
  await cases.settled()
  await cases.list().fetchNextPage()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b', 'c'])
  expect(cases.list().hasNextPage).toBe(false)
})

test('no contact asks nothing', () => {
  const { client, calls } = createScriptedBackend()
  const observer = new InfiniteQueryObserver(new QueryClient(), contactCasesQuery(client, null))
  undo.push(observer.subscribe(() => {}))
  expect(observer.getCurrentResult().fetchStatus).toBe('idle')
  expect(calls).toHaveLength(0)
})

test('no contact leaves nothing in memory', async () => {
  const queryClient = new QueryClient()
  const observer = new InfiniteQueryObserver(queryClient, contactCasesQuery(createScriptedBackend().client, null))
  observer.subscribe(() => {})()
  await vi.waitFor(() => expect(queryClient.getQueryCache().getAll()).toEqual([]))
})

test('each contact has a first page, which is as urgent as that of any other', async () => {
  const cases = observe((call) => call.answer(page(['a'])))
  await cases.settled()
  await cases.queryClient.fetchInfiniteQuery(contactCasesQuery(cases.client, arnOf('c-2')))
  expect(cases.calls.map(({ priority }) => priority)).toEqual(['u=1', 'u=1'])
})

test('a contact that is viewed again costs nothing', async () => {
  const cases = observe((call) => call.answer(page(['a'])))
  await cases.settled()
  cases.viewAgain()
  expect(cases.calls).toHaveLength(1)
})

test('a contact that is viewed again is tried again, but not while the server asked to wait', async () => {
  vi.useFakeTimers()
  const cases = observe((call) => call.answer(problem('throttled', { 'retry-after': '7' })))
  await vi.advanceTimersByTimeAsync(6_999)
  cases.viewAgain()
  expect(cases.calls).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  cases.viewAgain()
  expect(cases.calls).toHaveLength(2)
})

test('contacts, and domains, have a memory of their own', () => {
  const { client } = createScriptedBackend()
  const keys = [
    contactCasesQuery(client, arnOf('c-1')).queryKey,
    contactCasesQuery(client, arnOf('c-2')).queryKey,
    contactCasesQuery({ ...client, domainId: 'other' }, arnOf('c-1')).queryKey,
  ]
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(3)
})

test('the request is aborted when nobody waits for it any more', () => {
  const cases = observe(() => {})
  for (const each of undo.splice(0)) each()
  expect(cases.calls[0]?.aborted()).toBe(true)
})

test('an expired cursor reads all pages again, and shows the old ones until the new ones are there', async () => {
  const cases = observe(() => {})
  const answer = (index: number, response: Response) =>
    vi.waitFor(() => expect(cases.calls.length).toBeGreaterThan(index)).then(() => cases.calls[index]?.answer(response))
  await answer(0, page(['a1', 'a2'], 'old-1'))
  await cases.settled()
  void cases.list().fetchNextPage()
  await answer(1, page(['a3'], 'old-2'))
  await cases.settled()
  void cases.list().fetchNextPage()
  await answer(2, problem('cursor_expired'))
  await answer(3, page(['b1'], 'new-1'))
  await answer(4, page(['b2'], 'new-2'))
  await vi.waitFor(() => expect(cases.calls).toHaveLength(6))
  expect(cases.ids()).toEqual(['a1', 'a2', 'a3'])
  await answer(5, page(['b3'], 'new-3'))
  await cases.settled()
  expect(cases.ids()).toEqual(['b1', 'b2', 'b3'])
  expect(cases.list()).toMatchObject({ isError: false, hasNextPage: true })
  expect(cases.tokens()).toEqual([null, 'old-1', 'old-2', null, 'new-1', 'new-2'])
  void cases.list().fetchNextPage()
  await answer(6, page(['b4']))
  await cases.settled()
  expect(cases.ids()).toEqual(['b1', 'b2', 'b3', 'b4'])
})

test('a cursor that expires again during the restart is an error, not a loop', async () => {
  const cases = observe(
    inOrder({
      first: [page(['a'], 'old'), page(['b'], 'new')],
      old: [problem('cursor_expired')],
      new: [problem('cursor_expired')],
    }),
  )
  await cases.settled()
  await cases.list().fetchNextPage()
  expect(cases.list().error?.problem.code).toBe('cursor_expired')
  expect(cases.ids()).toEqual(['a'])
  expect(cases.tokens()).toEqual([null, 'old', null, 'new'])
})

test.each([
  ['the first page', [page(['a'], 't1'), problem('cursor_expired')], [null, 't1', null]],
  ['the next page', [page(['a'], 't1'), page(['a'], 't2')], [null, 't1', null, 't2']],
])('a fresh read whose cursor expires at %s is an error, not a loop', async (_, first, tokens) => {
  const cases = observe(inOrder({ first: [...first], t1: [page(['b'])], t2: [problem('cursor_expired')] }))
  await cases.settled()
  await cases.list().fetchNextPage()
  await cases.list().refetch()
  expect(cases.list().error?.problem.code).toBe('cursor_expired')
  expect(cases.tokens()).toEqual(tokens)
})

test('after a restart a token that comes back a second time ends the list', async () => {
  const cases = observe(
    inOrder({
      first: [page(['a'], 'old'), page(['a'], 't1')],
      old: [problem('cursor_expired')],
      t1: [page(['b'], 't2')],
      t2: [page(['c'], 't1')],
    }),
  )
  await cases.settled()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b'])
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b', 'c'])
  expect(cases.list().hasNextPage).toBe(false)
})

test('a second restart reads all pages again that the first one had', async () => {
  const expired = () => problem('cursor_expired')
  const cases = observe(
    inOrder({
      first: [page(['a'], 't1'), page(['a'], 't1'), page(['a'], 't1')],
      t1: [expired(), page(['b'], 't2'), page(['b'], 't3')],
      t2: [expired()],
      t3: [page(['c'])],
    }),
  )
  await cases.settled()
  await cases.list().fetchNextPage()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b', 'c'])
})

test('after a restart the same tokens may come again: the list is not over', async () => {
  const cases = observe(
    inOrder({
      first: [page(['a'], 't1'), page(['a'], 't1')],
      t1: [problem('cursor_expired'), page(['b'], 't2')],
      t2: [page(['c'])],
    }),
  )
  await cases.settled()
  await cases.list().fetchNextPage()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['a', 'b', 'c'])
})

test('a restart that finds fewer pages ends there', async () => {
  const cases = observe(inOrder({ first: [page(['a'], 'old'), page(['b'])], old: [problem('cursor_expired')] }))
  await cases.settled()
  await cases.list().fetchNextPage()
  expect(cases.ids()).toEqual(['b'])
  expect(cases.list()).toMatchObject({ isError: false, hasNextPage: false })
})

test('a failing next page leaves the rows, and can be tried again', async () => {
  const cases = observe(inOrder({ first: [page(ids('a', 10), 't1')], t1: [problem('upstream_denied'), page(['b'])] }))
  await cases.settled()
  await cases.list().fetchNextPage()
  expect(cases.list().error?.problem.code).toBe('upstream_denied')
  expect(cases.ids()).toEqual(ids('a', 10))
  await cases.list().fetchNextPage()
  expect(cases.list().error).toBeNull()
  expect(cases.ids()).toEqual([...ids('a', 10), 'b'])
})

test('a failure that may pass is tried twice more, and then shown', async () => {
  vi.useFakeTimers()
  const cases = observe((call) => call.drop())
  await vi.advanceTimersByTimeAsync(999)
  expect(cases.calls).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(cases.calls).toHaveLength(3)
  expect(cases.list().error?.problem.code).toBe('unreachable')
})

test('panels that fail together do not come back together', () => {
  const waits = (random: number) => [0, 1].map((failures) => createRetryPolicy(() => random).retryDelay(failures))
  expect(waits(0)).toEqual([1000, 2000])
  expect(waits(0.5)).toEqual([1250, 2500])
})

test.each([
  ['a failure that the panel counts down', problem('throttled', { 'retry-after': '7' })],
  ['a contact that comes with its next phase', problem('contact_not_yours')],
  ['a failure that stays', problem('upstream_denied')],
])('%s is shown at once', async (_, answer) => {
  const cases = observe((call) => call.answer(answer))
  await cases.settled()
  expect(cases.list().isError).toBe(true)
  expect(cases.calls).toHaveLength(1)
})
