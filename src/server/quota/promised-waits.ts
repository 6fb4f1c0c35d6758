import type { Urgency } from './urgency.ts'

const longestMs = 60_000

/**
 * When those who are sent away may come back. Each is told a time of its own, an interval after the one before, for
 * told the same time they would all come at once, and most of them in vain. Who is more urgent does not wait for the
 * promises to those who are less. Nobody is told more than a minute for them: not all come back, and one who comes
 * again and again must not push the others out of sight.
 */
export function createPromisedWaits(intervalMs: number) {
  const lastPromised = new Map<Urgency, number>()

  /** How long to wait, at least until `soonest`, when a turn is expected to be free. */
  return (urgency: Urgency, soonest: number, now: number): number => {
    const before = [...lastPromised].filter(([other]) => other <= urgency).map(([, time]) => time + intervalMs)
    const time = Math.max(soonest, Math.min(now + longestMs, Math.max(...before)))
    lastPromised.set(urgency, time)
    return Math.max(0, time - now)
  }
}
