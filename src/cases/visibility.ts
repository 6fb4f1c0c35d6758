/** Whether anyone can see the panel. */
export interface Visibility {
  isShown(): boolean
  /** Calls back after each change; returns the undo. */
  subscribe(onChange: () => void): () => void
}

/** The document's own: hidden in a background tab, a minimised window, and in frames of these. */
export const documentVisibility: Visibility = {
  isShown: () => document.visibilityState === 'visible',
  subscribe(onChange) {
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  },
}
