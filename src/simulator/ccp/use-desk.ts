import { useSyncExternalStore } from 'react'
import type { Desk } from '../desk/desk.ts'
import type { DeskStore } from './desk-store.ts'

export function useDesk(store: DeskStore): Desk {
  return useSyncExternalStore(store.watch, store.getDesk)
}
