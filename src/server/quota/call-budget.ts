/** Calls a second, and how many at once after a pause. */
export interface Quota {
  readonly rate: number
  readonly burst: number
}

/** How many calls the account still allows; times are on one clock that never goes back. */
export interface CallBudget {
  readonly intervalMs: number
  /** The soonest that a call may leave that has `ahead` others before it, if those under way are answered at once. */
  freeAt(now: number, ahead: number): number
  leave(): void
  answered(now: number): void
  /** Lets nothing leave before `time`, and only one call then. */
  holdUntil(time: number): void
}

/**
 * The generic cell rate algorithm (GCRA), which is a full token bucket kept as one time. A call takes its token when it
 * leaves, and the bucket starts to fill again when it is answered. The service counts it somewhere between the two, and
 * so no delay on the way can bring more calls to it than it allows. While answers take less than an interval, the
 * burst covers them, and the whole rate is used.
 */
export function createCallBudget({ rate, burst }: Quota): CallBudget {
  const intervalMs = 1_000 / rate
  const toleranceMs = intervalMs * (burst - 1)
  /** When the bucket would be full again: GCRA's theoretical arrival time. */
  let fullAt = Number.NEGATIVE_INFINITY
  let underWay = 0
  return {
    intervalMs,
    freeAt: (now, ahead) => Math.max(fullAt, now) + (underWay + ahead) * intervalMs - toleranceMs,
    leave() {
      underWay += 1
    },
    answered(now) {
      underWay -= 1
      fullAt = Math.max(fullAt, now) + intervalMs
    },
    holdUntil(time) {
      fullAt = Math.max(fullAt, time + toleranceMs)
    },
  }
}
