/** A value that changes, made for `useSyncExternalStore`: it keeps its identity while nothing changed. */
export interface Snapshots<T> {
  getSnapshot(): T
  /** Calls back after each change; returns the undo. */
  subscribe(onChange: () => void): () => void
}

/** Snapshots that are set by hand. */
export interface SettableSnapshots<T> extends Snapshots<T> {
  /** Replaces the value and tells every subscriber. */
  set(value: T): void
}

export function createSnapshots<T>(initial: T): SettableSnapshots<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => value,
    subscribe(onChange) {
      // A listener of its own for each call: the same function may be subscribed twice.
      const listener = () => onChange()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}
