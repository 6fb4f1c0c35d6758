import { documentVisibility, type Visibility } from '../../cases/visibility.ts'

/** Whether anyone sees one of the panels under a provider; where there is none, whether anyone sees the document. */
export interface SeenPanels extends Visibility {
  /** Counts this panel in; returns the undo. */
  add(panel: Visibility): () => void
}

export function createSeenPanels(): SeenPanels {
  const panels = new Map<symbol, { readonly panel: Visibility; stop(): void }>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    isShown: () =>
      panels.size === 0 ? documentVisibility.isShown() : [...panels.values()].some(({ panel }) => panel.isShown()),
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      const stop = documentVisibility.subscribe(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
    add(panel) {
      const key = Symbol()
      panels.set(key, { panel, stop: panel.subscribe(tell) })
      tell()
      return () => {
        panels.get(key)?.stop()
        panels.delete(key)
      }
    },
  }
}
