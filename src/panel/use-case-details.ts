import { notifyManager, partialMatchKey } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CaseDetails } from '../cases/case-details.ts'
import { caseDetailsKey } from '../cases/case-details-query.ts'
import { type CasesMemory, detailsAsksOf } from '../cases/cases-in-memory.ts'
import type { CasesPage } from '../cases/cases-page.ts'
import { type DetailsAsk, knownDetails } from '../cases/known-details.ts'
import type { ContactArn } from '../contact/contact-arn.ts'

const noAsks: readonly DetailsAsk[] = []
const noPages: readonly CasesPage[] = []

/** What is known of each case of these pages of a contact; asks for nothing, and keeps its identity while it is so. */
export function useCaseDetails(
  memory: CasesMemory,
  contactArn: ContactArn | null,
  pages: readonly CasesPage[] = noPages,
): ReadonlyMap<string, CaseDetails> {
  const asks = useDetailsAsks(memory, contactArn)
  return useMemo(() => knownDetails(pages, asks), [pages, asks])
}

function useDetailsAsks(memory: CasesMemory, contactArn: ContactArn | null): readonly DetailsAsk[] {
  const last = useRef(noAsks)
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (contactArn === null) return () => {}
      const key = caseDetailsKey(memory.client, contactArn)
      // Told together with the lists: a list and the details that came with it are one change on screen.
      const tell = notifyManager.batchCalls(onChange)
      return memory.queryClient.getQueryCache().subscribe(({ type, query }) => {
        if ((type === 'updated' || type === 'removed') && partialMatchKey(query.queryKey, key)) tell()
      })
    },
    [memory, contactArn],
  )
  const getSnapshot = () => {
    const now = contactArn === null ? noAsks : detailsAsksOf(memory, contactArn)
    if (!isSame(last.current, now)) last.current = now
    return last.current
  }
  return useSyncExternalStore(subscribe, getSnapshot, () => noAsks)
}

// A query's state is replaced at each change, so an ask that has the same one is the same.
function isSame(before: readonly DetailsAsk[], now: readonly DetailsAsk[]): boolean {
  return before.length === now.length && now.every((ask, at) => ask.state === before[at]?.state)
}
