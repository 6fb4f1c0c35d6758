import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useVisibility } from './panel-visibility.ts'

/** Whether anyone has seen the panel yet. */
export function useHasBeenShown(): boolean {
  const visibility = useVisibility()
  const hasBeen = useRef(false)
  const subscribe = useCallback((onChange: () => void) => visibility.subscribe(onChange), [visibility])
  const getSnapshot = () => {
    hasBeen.current ||= visibility.isShown()
    return hasBeen.current
  }
  return useSyncExternalStore(subscribe, getSnapshot, () => false)
}
