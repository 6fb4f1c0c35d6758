import type { Asker } from '../../src/server/asker.ts'
import type { TakeTurn } from '../../src/server/quota/schedules.ts'

/** An asker with all the patience there is, until its signal aborts. */
export function askerOf(signal: AbortSignal, more: Partial<Asker> = {}): Asker {
  return { urgency: 3, startBy: Number.POSITIVE_INFINITY, signal, ...more }
}

/** Every call may leave at once. */
export const goAtOnce: TakeTurn = async () => ({ kind: 'go', slot: { done: () => {} } })
