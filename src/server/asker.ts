import { setMaxListeners } from 'node:events'
import type { Urgency } from './quota/urgency.ts'

/** Who waits for an answer of the service. More may join while it waits, so urgency and patience can grow. */
export interface Asker {
  readonly urgency: Urgency
  /** On the clock that never goes back: a call that cannot leave by then would come too late. */
  readonly startBy: number
  /** Aborts at the deadline, or when nobody waits any more. */
  readonly signal: AbortSignal
}

/** Whether it was the deadline that ended the waiting, and not the caller. */
export function isOverdue({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

interface AskerSettings {
  readonly urgency: Urgency
  readonly now: number
  readonly deadlineMs: number
  /** Aborts when the caller goes away, where there is one. */
  readonly caller?: AbortSignal
}

// The last fifth of the time is for the answer itself.
const waitingShare = 0.8

// The ten cases of a page, and what is asked beside them: Node takes more than ten for a leak.
const mostListeners = 20

/** An asker who has this long for everything: the wait for its turn, and the answer. */
export function createAsker({ urgency, now, deadlineMs, caller }: AskerSettings): Asker {
  const deadline = AbortSignal.timeout(deadlineMs)
  const signal = caller === undefined ? deadline : AbortSignal.any([caller, deadline])
  setMaxListeners(mostListeners, signal)
  return { urgency, startBy: now + deadlineMs * waitingShare, signal }
}
