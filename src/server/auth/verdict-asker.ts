import { type Asker, createAsker } from '../asker.ts'
import type { Urgency } from '../quota/urgency.ts'

interface VerdictAskerSettings {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly deadlineMs: number
}

const verdictUrgency: Urgency = 1 // whoever looks waits for it, and so may all others who share it

/** Nobody's request: all who want the same verdict share it, so it must not end with any one of them. */
export function verdictAsker({ now, deadlineMs }: VerdictAskerSettings): Asker {
  return createAsker({ urgency: verdictUrgency, now: now(), deadlineMs })
}
