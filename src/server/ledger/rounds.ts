import type { Clock } from '../quota/clock.ts'

interface RoundsDeps {
  readonly clock: Clock
  readonly visit: () => Promise<void>
  /** Whether it makes sense to go before it is time. */
  readonly mayHurry: () => boolean
}

/** Visits, one after the other. */
export interface Rounds {
  readonly hurry: () => void
  /** After the one that is under way. */
  readonly stop: () => Promise<void>
}

// Thrice in the time in which silence would be noticed.
const everyMs = 250

/** Goes the rounds: often enough to count as here, and at once when there is a hurry. */
export function createRounds({ clock, visit, mayHurry }: RoundsDeps): Rounds {
  let cancelTimer = () => {}
  let underWay: Promise<void> | null = null
  let isHurried = false
  let isStopped = false

  function go(): void {
    if (isStopped || underWay !== null) return
    cancelTimer()
    isHurried = false
    underWay = visit().finally(() => {
      underWay = null
      if (isHurried && mayHurry()) go()
      else if (!isStopped) cancelTimer = clock.after(everyMs, go)
    })
  }

  queueMicrotask(go)
  return {
    hurry() {
      isHurried = true
      if (mayHurry()) queueMicrotask(go) // all that there is by then comes along
    },
    async stop() {
      isStopped = true
      cancelTimer()
      await underWay
    },
  }
}
