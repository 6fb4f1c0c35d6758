import { atMost, exactly, type Figure, figure } from '../../../support/figure.ts'
import { percentile } from '../percentile.ts'
import { leastP95, leastWaits } from './least-waits.ts'
import type { ShiftRecord } from './run-shift.ts'
import { usualSeconds } from './shift-plan.ts'

const loads = [usualSeconds * 0.8, usualSeconds, usualSeconds * 1.2]

// While the store is away there are fewer calls than in the account's quota, and a queue that outlasts it.
const goalOf = ({ isDisturbed }: ShiftRecord) => (isDisturbed ? null : atMost(1_000))

/**
 * How long agents waited, from the first ring, when the panel shows the contact, and from the moment they accepted it.
 * Who accepts has a customer who waits too: that is held to a goal. From the first ring it is the quota that decides.
 */
export function waitFigures(record: ShiftRecord): Figure[] {
  const waits = record.watch.waits.filter(({ shownAt }) => isMeasured(shownAt, record))
  const sinceShown = waits.map(({ sinceShownMs }) => sinceShownMs)
  const sinceAccepted = waits.flatMap(({ sinceAcceptedMs }) => sinceAcceptedMs ?? [])
  const initial = waits.flatMap(({ initialMs }) => initialMs ?? [])
  const left = waits.filter(({ isUnanswered }) => isUnanswered)
  return [
    figure('contacts seen', waits.length, null),
    figure('  that left without an answer', left.length, record.isDisturbed ? null : exactly(0)),
    figure('p95 of the wait from the first ring', percentile(sinceShown, 0.95), null, 'ms'),
    figure('  p50', percentile(sinceShown, 0.5), null, 'ms'),
    ...leastFigures(record),
    figure('p95 of the wait for a contact that was accepted', percentile(sinceAccepted, 0.95), goalOf(record), 'ms'),
    figure('p95 until the cases from before a transfer are there', percentile(initial, 0.95), null, 'ms'),
  ]
}

/** What the quota alone makes them wait: these contacts, and in a long time at this load, a higher and a lower one. */
function leastFigures(record: ShiftRecord): Figure[] {
  const rings = record.watch.waits.flatMap(({ rang, shownAt }) => (rang ? [shownAt] : [])).toSorted((a, b) => a - b)
  const least = leastWaits(rings).filter((_, at) => isMeasured(rings[at] ?? 0, record))
  return [
    figure('  p95 at best, if each costs one call and nothing else is asked', percentile(least, 0.95), null, 'ms'),
    ...loads.map((seconds) => {
      const name = `  the same in a long time, where an agent has a contact in ${seconds} s`
      return figure(name, leastP95(record.agents, seconds), null, 'ms')
    }),
  ]
}

/** Those that ring in the last moments have no time to be answered. */
function isMeasured(shownAt: number, { measuredFrom, measuredMs }: ShiftRecord): boolean {
  return shownAt >= measuredFrom && shownAt < measuredFrom + measuredMs - 10_000
}
