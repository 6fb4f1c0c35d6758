import { createContext, use } from 'react'
import { documentVisibility, type Visibility } from '../cases/visibility.ts'

/** Whether anyone can see this panel. */
export const VisibilityContext = createContext<Visibility>(documentVisibility)

export function useVisibility(): Visibility {
  return use(VisibilityContext)
}

interface PanelVisibility extends Visibility {
  /** Looks at the panel's element for as long as it is in the document; returns the undo. */
  watch(panel: Element): () => void
}

/**
 * A panel is seen where its document is, the host says nothing else, and it is on the screen. A frame that is hidden by
 * `display: none` or moved out of sight has a visible document all the same; an IntersectionObserver in it knows.
 * What is in the panel may subscribe before there is an element: until then nobody sees it.
 */
export function createPanelVisibility(host: Visibility | undefined): PanelVisibility {
  const listeners = new Set<() => void>()
  let isOnScreen = false
  let was = false
  const isShown = () => isOnScreen && documentVisibility.isShown() && (host?.isShown() ?? true)

  function check() {
    if (isShown() === was) return
    was = isShown()
    for (const listener of [...listeners]) listener()
  }

  function place(onScreen: boolean) {
    isOnScreen = onScreen
    check()
  }

  return {
    isShown,
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watch(panel) {
      const observer = new IntersectionObserver((entries) => place(entries.at(-1)?.isIntersecting ?? isOnScreen))
      observer.observe(panel)
      const undo = [documentVisibility.subscribe(check), host?.subscribe(check), () => observer.disconnect()]
      // What the observer will say first, said at once.
      place(panel.getClientRects().length > 0)
      return () => {
        for (const each of undo) each?.()
        isOnScreen = false
      }
    },
  }
}
