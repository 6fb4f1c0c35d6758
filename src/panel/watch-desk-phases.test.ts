import { expect, onTestFinished, test, vi } from 'vitest'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { arnOf } from '../cases/testing/arns.ts'
import { pageOf } from '../cases/testing/pages.ts'
import { type Call, problem } from '../cases/testing/scripted-backend.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { ringing, watched } from './testing/watched-desk.ts'

const denied = (call: Call) => call.answer(problem('contact_not_yours'))

test("cases of a contact that was not this agent's yet are asked for again with its next phase", async () => {
  const other = contactOf('c-2', { phase: 'connecting' })
  const desk = watched(deskOf([ringing, other]), denied)
  await vi.waitFor(() => expect(desk.failures().filter((code) => code === 'contact_not_yours')).toHaveLength(3))
  desk.source.set(deskOf([ringing, other, contactOf('c-3')]))
  expect(desk.asked()).toEqual([arnOf('c-1'), arnOf('c-2')])
  desk.source.set(deskOf([contactOf('c-1'), other, contactOf('c-3')]))
  expect(desk.asked()).toEqual([arnOf('c-1'), arnOf('c-2'), arnOf('c-1')])
})

test('cases that failed for another reason do not come with the next phase, and are not asked for with it', async () => {
  const desk = watched(deskOf([ringing]), (call) => call.answer(problem('upstream_denied')))
  await vi.waitFor(() => expect(desk.failures()).toContain('upstream_denied'))
  desk.source.set(deskOf([contactOf('c-1')]))
  expect(desk.asked()).toEqual([arnOf('c-1')])
})

test('cases that are there are not read again because a refresh of them was denied', async () => {
  const desk = watched(deskOf([contactOf('c-1')]), denied)
  const query = contactCasesQuery(desk.client, arnOf('c-1'))
  desk.queryClient.setQueryData(query.queryKey, { pages: [pageOf(['a'])], pageParams: [null] })
  await desk.queryClient.infiniteQuery({ ...query, staleTime: 0 }).catch(() => {})
  expect(desk.failures()).toContain('contact_not_yours')
  desk.source.set(deskOf([contactOf('c-1', { phase: 'paused' })]))
  expect(desk.asked()).toHaveLength(1)
})

test.each([
  ['is answered', 'connecting', 'connected', 6_000, true],
  ['is answered at once', 'connecting', 'connected', 4_000, false],
  ['enters after-call work', 'connected', 'afterCallWork', 6_000, true],
  ['is taken off hold', 'paused', 'connected', 6_000, false],
  ['is missed', 'connecting', 'missed', 6_000, false],
] as const)('a contact that %s', async (_, before, after, ms, isDue) => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const initialContactArn = arnOf('c-0')
  const desk = watched(deskOf([contactOf('c-1', { phase: 'connecting', initialContactArn })]))
  await vi.advanceTimersByTimeAsync(0)
  desk.source.set(deskOf([contactOf('c-1', { phase: before, initialContactArn })]))
  await vi.advanceTimersByTimeAsync(ms)
  desk.source.set(deskOf([contactOf('c-1', { phase: after, initialContactArn })]))
  expect(desk.due()).toEqual(isDue ? [arnOf('c-1'), arnOf('c-0')] : [])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(desk.asked()).toEqual([arnOf('c-1'), arnOf('c-0')])
})

test('a prefetch that is throttled stays quiet', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const desk = watched(deskOf([ringing]), (call) => call.answer(problem('throttled', { 'retry-after': '1' })))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(desk.asked()).toHaveLength(1)
})
