export interface GreetingOptions {
  readonly greet: () => void
  readonly onSilence: () => void
  /** How long the desktop may take to answer. */
  readonly silentAfterMs: number
  readonly timers: { setTimeout(callback: () => void, ms: number): unknown }
}

/** Greets until it is told to stop. */
export interface Greeting {
  start(): void
  stop(): void
}

// A desktop that begins to listen later has heard no greeting before.
const againAfterMs = 1_000

/** Greets at each start, and then every second; who does not answer in time is told of once, and may answer later. */
export function createGreeting({ greet, onSilence, silentAfterMs, timers }: GreetingOptions): Greeting {
  let current = 0
  return {
    start() {
      const mine = ++current
      const greetOn = () => {
        if (mine !== current) return
        greet()
        timers.setTimeout(greetOn, againAfterMs)
      }
      greetOn()
      timers.setTimeout(() => mine === current && onSilence(), silentAfterMs)
    },
    stop() {
      current += 1
    },
  }
}
