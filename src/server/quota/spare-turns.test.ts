import { expect, test } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { accountQuotas } from './account-quotas.ts'
import { createSchedules } from './schedules.ts'
import type { Urgency } from './urgency.ts'

/** Gaps between arrivals as chance makes them, the same in every run. */
function gapOf(n: number, perSecond: number): number {
  const fraction = (n * n * 0.618_033_988_749_894_9) % 1
  return (-Math.log(1 - fraction) / perSecond) * 1_000
}

/** Ten minutes of first reads, 1.3 a second, and of so many refreshes: how long the first waited, and which of the others went. */
async function shift(refreshesPerSecond: number) {
  const { clock, pass } = createTestClock()
  const takeTurn = createSchedules(accountQuotas, clock)
  const patient = new AbortController().signal
  const waits: number[] = []
  const refreshes = { went: 0, putOff: 0 }

  async function ask(urgency: Urgency) {
    const askedAt = clock.now()
    const turn = await takeTurn('ListCasesForContact', { urgency, startBy: askedAt + 4_000, signal: patient })
    if (turn.kind === 'go') clock.after(60, () => turn.slot.done())
    if (urgency === 6) refreshes[turn.kind === 'go' ? 'went' : 'putOff'] += 1
    else waits.push(clock.now() - askedAt)
  }
  function arrive(urgency: Urgency, perSecond: number, n = 1) {
    clock.after(gapOf(n, perSecond), () => {
      void ask(urgency)
      arrive(urgency, perSecond, n + 1)
    })
  }
  arrive(1, 1.3)
  if (refreshesPerSecond > 0) arrive(6, refreshesPerSecond)
  await pass(600_000)
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length
  return { reads: waits.length, mean, ...refreshes }
}

test('with two refreshes a second, more than there is room for, first reads wait hardly longer than without', async () => {
  const [without, beside] = [await shift(0), await shift(2)]
  expect(beside.reads).toBe(without.reads)
  // 60 ms; it is 200 ms where refreshes may take the last of the burst.
  expect(beside.mean - without.mean).toBeLessThan(100)
  expect(beside.went).toBeGreaterThan(100)
  expect(beside.putOff).toBeGreaterThan(beside.went)
})

test('where the account allows one call at a time, a refresh goes when nobody else wants to', async () => {
  const { clock, pass } = createTestClock()
  const takeTurn = createSchedules({ ...accountQuotas, GetCase: { rate: 1, burst: 1 } }, clock)
  const asker = { urgency: 6, startBy: 1_000, signal: new AbortController().signal } as const
  const first = await takeTurn('GetCase', asker)
  expect([first.kind, (await takeTurn('GetCase', asker)).kind]).toEqual(['go', 'later'])
  if (first.kind === 'go') first.slot.done()
  await pass(1_000)
  expect((await takeTurn('GetCase', asker)).kind).toBe('go')
})
