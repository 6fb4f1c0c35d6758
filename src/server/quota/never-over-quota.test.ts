import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excess } from '../testing/excess.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createCallBudget, type Quota } from './call-budget.ts'
import { createSchedule } from './schedule.ts'
import type { Urgency } from './urgency.ts'

// What a shift may bring, in any order: askers with more or less patience, some of whom leave; answers that are quick,
// slow or never come until the asker leaves; time that passes, and a process that was asleep.

const urgency = fc.constantFrom<Urgency>(0, 1, 3, 4, 6)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      urgency,
      patienceMs: fc.nat(6_000),
      /** How long the call is on its way to the service, and its answer back. */
      thereMs: fc.nat(900),
      backMs: fc.nat(900),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(1_500) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.nat(5_000) }) },
)
const quota = fc.record({ rate: fc.integer({ min: 1, max: 20 }), burst: fc.integer({ min: 1, max: 12 }) })

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

interface Ask {
  readonly urgency: Urgency
  readonly askedAt: number
  readonly startBy: number
  outcome: 'waiting' | 'go' | 'later' | 'gone'
  settledAt: number
}

/** Plays the steps; tells what became of each ask, and when the service got its calls. */
async function play(quotaOfAccount: Quota, steps: readonly Step[]) {
  const { clock, pass, jump } = createTestClock()
  const schedule = createSchedule({
    budget: createCallBudget(quotaOfAccount),
    clock,
    mostWaiting: 1_000,
  })
  const asks: Ask[] = []
  const callers: AbortController[] = []
  const arrivals: number[] = []

  function ask({ urgency: level, patienceMs, thereMs, backMs }: Extract<Step, { kind: 'ask' }>) {
    const now = clock.now()
    const entry: Ask = { urgency: level, askedAt: now, startBy: now + patienceMs, outcome: 'waiting', settledAt: now }
    const caller = new AbortController()
    asks.push(entry)
    callers.push(caller)
    void schedule({ urgency: level, startBy: entry.startBy, signal: caller.signal }).then((turn) => {
      entry.outcome = turn.kind
      entry.settledAt = clock.now()
      if (turn.kind !== 'go') return
      clock.after(thereMs, () => {
        arrivals.push(clock.now())
        clock.after(backMs, () => turn.slot.done())
      })
    })
  }

  for (const each of steps) {
    if (each.kind === 'ask') ask(each)
    if (each.kind === 'leave') callers[each.who % Math.max(1, callers.length)]?.abort()
    await (each.kind === 'jump' ? jump(each.ms) : pass(each.kind === 'pass' ? each.ms : 0))
  }
  await pass(60_000)
  return { asks, arrivals }
}

const shift = fc.array(step, { maxLength: 60 })

test('whatever the order of askers, answers and time, the service never gets more than burst + rate·t', async () => {
  await fc.assert(
    fc.asyncProperty(quota, shift, async (each, steps) => {
      const { arrivals } = await play(each, steps)
      expect(excess(arrivals, each)).toBeLessThan(1e-6)
    }),
  )
})

test('nobody waits for ever, and nobody leaves after the end of patience', async () => {
  await fc.assert(
    fc.asyncProperty(quota, shift, async (each, steps) => {
      const { asks } = await play(each, steps)
      expect(asks.filter(({ outcome }) => outcome === 'waiting')).toEqual([])
      const isAwake = steps.every(({ kind }) => kind !== 'jump')
      for (const { outcome, settledAt, startBy } of asks) {
        if (outcome === 'go') expect(settledAt).toBeLessThanOrEqual(startBy)
        if (outcome === 'later' && isAwake) expect(settledAt).toBeLessThanOrEqual(startBy)
      }
    }),
  )
})

test('nobody leaves before one who is more urgent, or as urgent and there before, and still waits', async () => {
  await fc.assert(
    fc.asyncProperty(quota, shift, async (each, steps) => {
      const { asks } = await play(each, steps)
      const left = asks.map((ask, at) => ({ ...ask, at })).filter(({ outcome }) => outcome === 'go')
      for (const one of left) {
        const overtaken = left.filter(
          (other) =>
            other.askedAt < one.settledAt &&
            other.settledAt > one.settledAt &&
            (other.urgency < one.urgency || (other.urgency === one.urgency && other.at < one.at)),
        )
        expect(overtaken).toEqual([])
      }
    }),
  )
})
