import { type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react'
import { useVisibility } from './panel-visibility.ts'

/** What is in it is there from the moment on that anyone sees the panel; until then it asks for nothing. */
export function OnceSeen({ children }: { readonly children: ReactNode }) {
  const visibility = useVisibility()
  const hasBeen = useRef(false)
  const subscribe = useCallback((onChange: () => void) => visibility.subscribe(onChange), [visibility])
  const getSnapshot = () => {
    hasBeen.current ||= visibility.isShown()
    return hasBeen.current
  }
  return useSyncExternalStore(subscribe, getSnapshot, () => false) && children
}
