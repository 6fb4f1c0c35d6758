import { useCallback, useSyncExternalStore } from 'react'
import type { ContactSource, DeskState } from '../contact/contact-source.ts'

/** What the agent's desk says now. */
export function useDesk(source: ContactSource): DeskState {
  const subscribe = useCallback((onChange: () => void) => source.subscribe(onChange), [source])
  return useSyncExternalStore(subscribe, () => source.getSnapshot())
}
