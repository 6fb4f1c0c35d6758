import { notifyManager } from '@tanstack/react-query'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { CasesMemory } from '../cases/cases-in-memory.ts'
import { type CountedContact, type HeldCount, heldCountOf } from '../cases/held-counts.ts'

/** For each contact how many of its cases are in memory, or null where they were not read; asks for nothing. */
export function useHeldCounts(memory: CasesMemory, contacts: readonly CountedContact[]): readonly (HeldCount | null)[] {
  const last = useRef<readonly (HeldCount | null)[]>([])
  const subscribe = useCallback(
    (onChange: () => void) => {
      const tell = notifyManager.batchCalls(onChange)
      return memory.queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (query.queryKey[0] === 'contact-cases' && (type === 'updated' || type === 'removed')) tell()
      })
    },
    [memory],
  )
  // The snapshot keeps its identity while nothing changed, as useSyncExternalStore asks.
  const getSnapshot = () => {
    const now = contacts.map((contact) => heldCountOf(memory, contact))
    if (!isSame(last.current, now)) last.current = now
    return last.current
  }
  return useSyncExternalStore(subscribe, getSnapshot)
}

function isSame(before: readonly (HeldCount | null)[], now: readonly (HeldCount | null)[]): boolean {
  return (
    before.length === now.length &&
    now.every((count, at) => count?.loaded === before[at]?.loaded && count?.hasNext === before[at]?.hasNext)
  )
}
