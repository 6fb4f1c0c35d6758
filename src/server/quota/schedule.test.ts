import { expect, test } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createCallBudget, type Quota } from './call-budget.ts'
import { createSchedule, type Slot } from './schedule.ts'
import type { Urgency } from './urgency.ts'

interface Wish {
  readonly urgency?: Urgency
  readonly startBy?: number
}

/** A schedule whose calls are answered at once unless the test says, and what became of each wish, in order. */
function scheduling({ rate = 2, burst = 2 }: Partial<Quota> = {}, { mostWaiting = 1_000, answered = true } = {}) {
  const { clock, pass, jump } = createTestClock()
  const schedule = createSchedule({ budget: createCallBudget({ rate, burst }), clock, mostWaiting })
  const story: string[] = []
  const slots: Slot[] = []
  return {
    pass,
    jump,
    story,
    slots,
    /** Wishes to call under this name; the result takes the wish back. */
    wish(name: string, { urgency = 3, startBy = Number.POSITIVE_INFINITY }: Wish = {}) {
      const asker = { urgency, startBy, signal: new AbortController() }
      void schedule({ ...asker, signal: asker.signal.signal }).then((turn) => {
        if (turn.kind === 'go') {
          slots.push(turn.slot)
          if (answered) turn.slot.done()
        }
        story.push(`${name} ${turn.kind}${turn.kind === 'later' ? ` ${turn.waitMs}` : ''} at ${clock.now()}`)
      })
      return () => asker.signal.abort()
    },
  }
}

test('after a pause the burst leaves at once, and then one call each interval', async () => {
  const { wish, pass, story } = scheduling()
  for (const name of ['a', 'b', 'c', 'd']) wish(name)
  await pass(10_000)
  expect(story).toEqual(['a go at 0', 'b go at 0', 'c go at 500', 'd go at 1000'])
})

test.each([
  [{ rate: 2, burst: 2 }, 499],
  [{ rate: 4, burst: 10 }, 1_000],
])('the whole of %o is used while answers take %i ms', async (quota, answerMs) => {
  const { clock, pass } = createTestClock()
  const schedule = createSchedule({ budget: createCallBudget(quota), clock, mostWaiting: 1_000 })
  let calls = 0
  for (let wishes = 0; wishes < 300; wishes += 1) {
    const asker = { urgency: 1, startBy: 60_000, signal: new AbortController().signal } as const
    void schedule(asker).then((turn) => {
      if (turn.kind !== 'go') return
      calls += 1
      clock.after(answerMs, () => turn.slot.done())
    })
  }
  await pass(60_000)
  // Of the burst, what is on the way at any moment does not count.
  expect(calls).toBeGreaterThanOrEqual(60 * quota.rate)
})

test('the more urgent leave first, and in one class who came first', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  wish('first')
  await pass(0)
  wish('ringing', { urgency: 3 })
  wish('details', { urgency: 4 })
  wish('shown', { urgency: 1 })
  wish('shown too', { urgency: 1 })
  await pass(10_000)
  expect(story.map((line) => line.split(' go')[0])).toEqual(['first', 'shown', 'shown too', 'ringing', 'details'])
})

test('who cannot leave in time is told at once, each a time of its own', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  for (const name of ['a', 'b', 'c', 'd', 'e']) wish(name, { startBy: 1_000 })
  await pass(0)
  expect(story).toEqual(['a go at 0', 'd later 1500 at 0', 'e later 2000 at 0'])
})

test('who is more urgent does not wait for the promises to those who are less', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  wish('a')
  for (const name of ['b', 'c', 'd']) wish(name, { urgency: 4, startBy: 100 })
  wish('shown', { urgency: 1, startBy: 100 })
  wish('detail', { urgency: 4, startBy: 100 })
  await pass(0)
  expect(story.slice(1)).toEqual([
    'b later 500 at 0',
    'c later 1000 at 0',
    'd later 1500 at 0',
    'shown later 500 at 0',
    'detail later 2000 at 0',
  ])
})

test('one who comes again and again keeps nobody away for more than a minute', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  wish('a')
  for (let times = 0; times < 1_000; times += 1) wish('again', { startBy: 100 })
  wish('b', { startBy: 100 })
  await pass(0)
  expect(story.at(-1)).toBe('b later 60000 at 0')
})

test('who is overtaken and would leave too late is told when that happens', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  wish('a')
  wish('read ahead', { startBy: 500 })
  await pass(100)
  wish('shown', { urgency: 1 })
  await pass(0)
  expect(story).toEqual(['a go at 0', 'read ahead later 900 at 100'])
})

test('a refresh never waits, and leaves a turn to whoever comes next', async () => {
  const { wish, pass, story } = scheduling({ burst: 2 })
  wish('refresh', { urgency: 6 })
  wish('refresh too', { urgency: 6 })
  wish('shown', { urgency: 1 })
  await pass(500)
  wish('refresh again', { urgency: 6 })
  await pass(500)
  wish('refresh at last', { urgency: 6 })
  await pass(0)
  expect(story).toEqual([
    'refresh go at 0',
    'refresh too later 500 at 0',
    'shown go at 0',
    'refresh again later 500 at 500',
    'refresh at last go at 1000',
  ])
})

test('a refresh goes before nobody who waits', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  for (const name of ['a', 'b']) wish(name)
  await pass(0)
  wish('refresh', { urgency: 7 })
  await pass(500)
  expect(story).toEqual(['a go at 0', 'refresh later 1000 at 0', 'b go at 500'])
})

test('no more wait than there is room for', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 }, { mostWaiting: 1 })
  for (const name of ['a', 'b', 'c']) wish(name)
  await pass(0)
  expect(story).toEqual(['a go at 0', 'c later 1000 at 0'])
})

test('who goes away makes room for the next', async () => {
  const { wish, pass, story } = scheduling({ burst: 1 })
  wish('a')
  const leave = wish('b')
  wish('c')
  await pass(0)
  leave()
  await pass(10_000)
  expect(story).toEqual(['a go at 0', 'b gone at 0', 'c go at 500'])
})

test('calls without an answer are no more than the burst, and who waits for them is told when patience ends', async () => {
  const { wish, pass, story, slots } = scheduling({ burst: 2 }, { answered: false })
  for (const name of ['a', 'b', 'c', 'd']) wish(name, { startBy: 3_000 })
  await pass(2_000)
  expect(story).toEqual(['a go at 0', 'b go at 0'])
  slots[0]?.done()
  await pass(1_000)
  expect(story.slice(2)).toEqual(['c go at 2500', 'd later 500 at 3000'])
})

test('a throttled call holds back all, as long as the service says and not less than an interval', async () => {
  const { wish, pass, story, slots } = scheduling({ burst: 2 }, { answered: false })
  wish('a')
  await pass(0)
  slots[0]?.done(3_000)
  for (const name of ['b', 'c']) wish(name)
  await pass(3_000)
  slots[1]?.done(0)
  await pass(1_000)
  expect(story).toEqual(['a go at 0', 'b go at 3000', 'c go at 3500'])
})

test('who waits and would be held back too long is told at once', async () => {
  const { wish, pass, story, slots } = scheduling({ burst: 1 }, { answered: false })
  wish('a')
  wish('b', { startBy: 2_000 })
  await pass(100)
  slots[0]?.done(3_000)
  await pass(0)
  expect(story).toEqual(['a go at 0', 'b later 3000 at 100'])
})

test('after the process was asleep, nobody goes whose patience has ended', async () => {
  const { wish, pass, jump, story } = scheduling({ burst: 1 })
  wish('a')
  wish('b', { startBy: 1_000 })
  wish('c', { startBy: 5_000 })
  await pass(0)
  await jump(2_000)
  expect(story).toEqual(['a go at 0', 'b later 0 at 2000', 'c go at 2000'])
})

test('who is gone before the beginning takes nobody’s place', async () => {
  const { clock } = createTestClock()
  const schedule = createSchedule({
    budget: createCallBudget({ rate: 1, burst: 1 }),
    clock,
    mostWaiting: 1,
  })
  const asker = { urgency: 3, startBy: 1_000 } as const
  expect(await schedule({ ...asker, signal: AbortSignal.abort() })).toEqual({ kind: 'gone' })
  expect(await schedule({ ...asker, signal: new AbortController().signal })).toMatchObject({ kind: 'go' })
})
