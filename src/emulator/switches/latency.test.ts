import { expect, test } from 'vitest'
import { createLatency } from './latency.ts'
import type { Latency } from './switches-schema.ts'

test('an operation has its own latency, every other one that of all', () => {
  const draw = createLatency({ '*': { kind: 'fixed', ms: 5 }, GetCase: { kind: 'fixed', ms: 90 } })
  expect([draw('GetCase'), draw('ListDomains')]).toEqual([90, 5])
  expect(createLatency({})('GetCase')).toBe(0)
})

test('a uniform latency is anywhere between its bounds', () => {
  const drawn = sortedDraws({ kind: 'uniform', minMs: 10, maxMs: 20, seed: 1 })
  expect(drawn[0]).toBeGreaterThanOrEqual(10)
  expect(drawn[0]).toBeLessThan(10.1)
  expect(drawn.at(-1)).toBeLessThan(20)
  expect(drawn.at(-1)).toBeGreaterThan(19.9)
  expect(drawn[5_000]).toBeCloseTo(15, 0)
})

test('a lognormal latency has the median and the 99th percentile it is given', () => {
  const drawn = sortedDraws({ kind: 'lognormal', medianMs: 40, p99Ms: 400, seed: 1 })
  expect(drawn[0]).toBeGreaterThan(0)
  expect(within(drawn[5_000], 40)).toBeLessThan(0.05)
  expect(within(drawn[9_900], 400)).toBeLessThan(0.1)
})

test('the same seed draws the same latencies, another one others', () => {
  const first = sortedDraws({ kind: 'uniform', minMs: 0, maxMs: 9, seed: 7 })
  expect(sortedDraws({ kind: 'uniform', minMs: 0, maxMs: 9, seed: 7 })).toEqual(first)
  expect(sortedDraws({ kind: 'uniform', minMs: 0, maxMs: 9, seed: 8 })).not.toEqual(first)
})

function sortedDraws(latency: Latency): number[] {
  const draw = createLatency({ '*': latency })
  return Array.from({ length: 10_000 }, () => draw('GetCase')).sort((one, other) => one - other)
}

/** How far the value is from the expected one, as a share of it. */
function within(value: number | undefined, expected: number): number {
  return Math.abs((value ?? Number.NaN) - expected) / expected
}
