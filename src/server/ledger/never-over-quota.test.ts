import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excess } from '../testing/excess.ts'
import { createSimulatedAccount, type Fault } from '../testing/simulated-account.ts'

// What a shift of several instances may bring, in any order: askers at any of them, quick and slow answers, a store that
// goes away, hangs, and does late what it was asked, that forgets, or that one instance alone cannot reach; instances
// that start, stop and die. Clocks disagree by up to 250 ms, and a call is on its way for up to 300.

const instance = fc.nat(3)
const fault = fc.constantFrom<Fault>('away', 'hanging', 'slow', 'none')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      instance,
      count: fc.integer({ min: 1, max: 40 }),
      patienceMs: fc.nat(30_000),
      thereMs: fc.nat(300),
      backMs: fc.nat(2_000),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(3_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('store' as const), fault }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), instance, fault }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), restarts: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('start', 'stop', 'die'), instance }) },
)
const quota = fc.record({ rate: fc.integer({ min: 1, max: 8 }), burst: fc.integer({ min: 1, max: 10 }) })
const clocks = fc.array(fc.integer({ min: -125, max: 125 }), { minLength: 5, maxLength: 5 })

test('whatever becomes of store and instances, the service never gets more than burst + rate·t over all', async () => {
  await fc.assert(
    fc.asyncProperty(quota, clocks, fc.array(step, { maxLength: 60 }), async (each, offsets, steps) => {
      const account = createSimulatedAccount(each, offsets)
      for (const seat of [0, 1, 2]) account.start(seat)
      await account.pass(5_000)
      for (const one of steps) {
        if (one.kind === 'ask') account.ask(one.instance, one)
        else if (one.kind === 'store') account.setStore(one.fault)
        else if (one.kind === 'cut') account.cut(one.instance, one.fault)
        else if (one.kind === 'forget') account.forget(one.restarts)
        else if (one.kind !== 'pass') account[one.kind](one.instance)
        await account.pass(one.kind === 'pass' ? one.ms : 0)
      }
      account.setStore('none')
      await account.pass(35_000)
      expect(excess(account.arrivals, each)).toBeLessThan(1e-6)
      expect(account.waiting()).toBe(0)
    }),
    { numRuns: 60 },
  )
}, 60_000)
