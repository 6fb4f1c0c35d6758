/** Hands each event to everybody who watches. */
export interface EventHub<E> {
  publish(event: E): void
  /** Calls back with every event from now on; returns the undo. */
  watch(onEvent: (event: E) => void): () => void
}

export function createEventHub<E>(): EventHub<E> {
  const watchers = new Set<(event: E) => void>()
  return {
    publish(event) {
      for (const onEvent of watchers) onEvent(event)
    },
    watch(onEvent) {
      const watcher = (event: E) => onEvent(event) // one of its own, even where a callback watches twice
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}
