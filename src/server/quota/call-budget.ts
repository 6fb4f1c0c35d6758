import type { Urgency } from './urgency.ts'

/** Calls a second, and how many at once after a pause. */
export interface Quota {
  readonly rate: number
  readonly burst: number
}

/** How many calls the account still allows; times are on one clock that never goes back. */
export interface CallBudget {
  readonly intervalMs: number
  /**
   * The soonest that a call may leave that has `ahead` others before it, if those under way are answered at once; one
   * that only takes what is to spare leaves `reserveOf` the quota to others.
   */
  freeAt(now: number, ahead: number, isSpareOnly?: boolean): number
  /** Takes a token, where one is free. */
  leave(now: number): Leave | null
  /** Hears who waits now. A budget that others share asks for them, and calls `onFree` when more is known. */
  expect(waiting: () => readonly Urgency[], onFree: () => void): void
}

/** A token that was taken. */
export interface Leave {
  /** The call was answered; with a time to wait: the service throttled it, so all are to wait. */
  answered(now: number, throttledForMs?: number): void
}

/** The last of the burst, for which whoever looks would else wait. An account without a burst has none to leave. */
export function reserveOf({ burst }: Quota): number {
  return burst > 1 ? 1 : 0
}

/**
 * The generic cell rate algorithm (GCRA), which is a full token bucket kept as one time. A call takes its token when it
 * leaves, and the bucket starts to fill again when it is answered. The service counts it somewhere between the two, and
 * so no delay on the way can bring more calls to it than it allows. While answers take less than an interval, the
 * burst covers them, and the whole rate is used.
 */
export function createCallBudget(quota: Quota): CallBudget {
  const { rate, burst } = quota
  const intervalMs = 1_000 / rate
  const toleranceMs = intervalMs * (burst - 1)
  /** When the bucket would be full again: GCRA's theoretical arrival time. */
  let fullAt = Number.NEGATIVE_INFINITY
  let underWay = 0

  function freeAt(now: number, ahead: number, isSpareOnly = false): number {
    const before = underWay + ahead + (isSpareOnly ? reserveOf(quota) : 0)
    return Math.max(fullAt, now) + before * intervalMs - toleranceMs
  }

  function answered(now: number, throttledForMs?: number): void {
    underWay -= 1
    fullAt = Math.max(fullAt, now) + intervalMs
    if (throttledForMs === undefined) return
    // Nothing leaves before that time, and only one call then.
    fullAt = Math.max(fullAt, now + Math.max(throttledForMs, intervalMs) + toleranceMs)
  }

  return {
    intervalMs,
    freeAt,
    leave(now) {
      if (freeAt(now, 0) > now) return null
      underWay += 1
      return { answered }
    },
    expect() {}, // nobody else calls
  }
}
