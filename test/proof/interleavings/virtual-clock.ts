/** A clock that stands still unless told, in place of this process's own. */
export interface VirtualClock {
  /** Lets time pass; every timer that is due by then runs at its own time, and what it sets off is done after it. */
  advance(ms: number): Promise<void>
  /** Timers that wait. */
  pending(): number
  /** Drops all timers. */
  clear(): void
  uninstall(): void
}

interface Timer {
  readonly at: number
  readonly run: () => void
  readonly every: number | null
}

const epoch = Date.UTC(2026, 10, 24, 9)

/**
 * Takes the place of `Date.now`, timers and `AbortSignal.timeout` for the whole process. A library's asynchronous clock
 * gives way to the event loop by a real timer, a millisecond or more each; this one by `setImmediate`, in microseconds.
 */
export function installVirtualClock(): VirtualClock {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval, now: Date.now, timeout: AbortSignal.timeout }
  const timers = new Map<number, Timer>()
  let now = epoch
  let lastId = 0

  function add(run: () => void, ms: number, every: number | null): number {
    lastId += 1
    timers.set(lastId, { at: now + Math.max(0, ms), run, every })
    return lastId
  }

  /** Of several that are due at one time, the one that was set first: a map keeps that order. */
  function nextBy(end: number): [number, Timer] | null {
    let next: [number, Timer] | null = null
    for (const entry of timers) {
      if (entry[1].at <= end && (next === null || entry[1].at < next[1].at)) next = entry
    }
    return next
  }

  function fire([id, { at, run, every }]: [number, Timer]) {
    now = Math.max(now, at)
    timers.delete(id)
    if (every !== null) timers.set(id, { at: now + every, run, every })
    run()
  }

  const clear = (id: unknown) => void (typeof id === 'number' && timers.delete(id))
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => add(run, ms, null),
    setInterval: (run: () => void, ms = 0) => add(run, ms, Math.max(1, ms)),
    clearTimeout: clear,
    clearInterval: clear,
  })
  Date.now = () => now
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController()
    add(() => controller.abort(new DOMException('The time is over.', 'TimeoutError')), ms, null)
    return controller.signal
  }

  return {
    async advance(ms) {
      const end = now + ms
      await settled()
      for (let next = nextBy(end); next !== null; next = nextBy(end)) {
        fire(next)
        await settled()
      }
      now = end
    },
    pending: () => timers.size,
    clear: () => timers.clear(),
    uninstall() {
      const { now: realNow, timeout, ...realTimers } = real
      Object.assign(globalThis, realTimers)
      Date.now = realNow
      AbortSignal.timeout = timeout
    },
  }
}

/** Until all promises that can settle have: an immediate runs after every microtask. */
function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
