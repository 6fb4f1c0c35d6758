import { createContext, use } from 'react'
import { documentVisibility, type Visibility } from '../cases/visibility.ts'

/** Whether anyone can see this panel. */
export const VisibilityContext = createContext<Visibility>(documentVisibility)

export function useVisibility(): Visibility {
  return use(VisibilityContext)
}

/**
 * A panel is seen where its document is, the host says nothing else, and it is on the screen. A frame that is hidden by
 * `display: none` or moved out of sight has a visible document all the same; an IntersectionObserver in it knows.
 */
export function createPanelVisibility(panel: () => Element | null, host: Visibility | undefined): Visibility {
  const listeners = new Set<() => void>()
  let isOnScreen: boolean | null = null
  let stop = () => {}
  const isShown = () => documentVisibility.isShown() && (host?.isShown() ?? true) && (isOnScreen ?? hasBox(panel()))
  let was: boolean | null = null

  const check = () => {
    if (isShown() === was) return
    was = isShown()
    for (const listener of [...listeners]) listener()
  }
  const start = () => {
    const observer = new IntersectionObserver((entries) => {
      isOnScreen = entries.at(-1)?.isIntersecting ?? null
      check()
    })
    const element = panel()
    if (element) observer.observe(element)
    const undo = [documentVisibility.subscribe(check), host?.subscribe(check), () => observer.disconnect()]
    was = isShown()
    return () => {
      isOnScreen = null
      for (const each of undo) each?.()
    }
  }
  return {
    isShown,
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      if (listeners.size === 1) stop = start()
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop()
      }
    },
  }
}

// What an observer would say first, said at once.
function hasBox(element: Element | null): boolean {
  return element !== null && element.getClientRects().length > 0
}
