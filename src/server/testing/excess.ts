import type { Quota } from '../quota/call-budget.ts'

/** The most calls more than burst + rate·t in any window of time. */
export function excess(arrivals: readonly number[], { rate, burst }: Quota): number {
  const sorted = arrivals.toSorted((one, other) => one - other)
  const over = sorted.flatMap((end, last) =>
    sorted.slice(0, last + 1).map((start, first) => last - first + 1 - burst - ((end - start) * rate) / 1_000),
  )
  return over.reduce((most, each) => Math.max(most, each), 0)
}
