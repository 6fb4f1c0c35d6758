import type { ContactSource, DeskState } from './contact-source.ts'

/** A contact source whose state is set by hand. */
export interface MemorySource extends ContactSource {
  /** Replaces the desk's state and tells every subscriber. */
  set(state: DeskState): void
}

/** A contact source in memory: for your tests, ours, and the demo page. */
export function createMemorySource(initial: DeskState = { status: 'connecting' }): MemorySource {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => state,
    subscribe(onChange) {
      // A listener of its own for each call: the same function may be subscribed twice.
      const listener = () => onChange()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      if (Object.is(next, state)) return
      state = next
      for (const listener of [...listeners]) listener()
    },
  }
}
