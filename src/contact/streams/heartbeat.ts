/** The browser's timers, or a test's. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown
  setInterval(callback: () => void, ms: number): unknown
}

export interface HeartbeatOptions {
  /** How long a silence has to be. */
  readonly silentAfterMs: number
  readonly timers: Timers
  /** Whether nobody can see the page now. */
  readonly isHidden: () => boolean
  /** Once for each silence. */
  readonly onSilence: () => void
}

const ticksOfSilence = 6

/**
 * Notices when beats stop coming; listens from the first `beat` on, for as long as the page lives.
 * Silence is counted in ticks and not by the clock: a computer that slept for an hour missed one tick. Ticks of a
 * hidden page do not count, as Chrome lets its timers, and with them the softphone's, run once a minute at most.
 */
export function createHeartbeat({ silentAfterMs, timers, isHidden, onSilence }: HeartbeatOptions): { beat(): void } {
  let isListening = false
  let silentTicks = 0
  const tick = () => {
    silentTicks = isHidden() ? 0 : silentTicks + 1
    // The first tick may follow the last beat at once.
    if (silentTicks === 1 + ticksOfSilence) onSilence()
  }
  return {
    beat() {
      silentTicks = 0
      if (isListening) return
      isListening = true
      timers.setInterval(tick, silentAfterMs / ticksOfSilence)
    },
  }
}
