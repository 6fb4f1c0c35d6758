import { useCallback, useSyncExternalStore } from 'react'
import type { ContactSource, DeskState } from '../../contact/contact-source.ts'

/** What a source says of the agent's desk now; on a server, and while its markup is taken over, that it connects. */
export function useDeskState(source: ContactSource): DeskState {
  const subscribe = useCallback((onChange: () => void) => source.subscribe(onChange), [source])
  return useSyncExternalStore(
    subscribe,
    () => source.getSnapshot(),
    () => connecting,
  )
}

const connecting: DeskState = { status: 'connecting' }
