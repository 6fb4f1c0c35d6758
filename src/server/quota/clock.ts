/** Time, handed in: a clock that never goes back, and an alarm. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number
  /** Calls once, when that many milliseconds have passed; returns what takes it back. */
  readonly after: (ms: number, call: () => void) => () => void
}

/** That of the process. */
export const processClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, Math.ceil(ms))
    return () => clearTimeout(timer)
  },
}
