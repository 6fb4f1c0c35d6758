/** A panel that a test shows and hides. */
export function createVisibility(shown = true) {
  const listeners = new Set<() => void>()
  return {
    isShown: () => shown,
    subscribe(onChange: () => void) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    set(now: boolean) {
      shown = now
      for (const listener of [...listeners]) listener()
    },
  }
}
