import { notifyManager, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { readOn, refresh } from '../cases/case-list.ts'
import { toCaseRows } from '../cases/case-rows.ts'
import type { CasesClient } from '../cases/cases-client.ts'
import { retryDetails } from '../cases/cases-in-memory.ts'
import type { CasesPage } from '../cases/cases-page.ts'
import { type CasesView, toCasesView } from '../cases/cases-view.ts'
import type { ReadChanges } from '../cases/compare-reads.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { detailsIn } from '../cases/known-details.ts'
import type { Template } from '../cases/templates-query.ts'
import { watchRefreshes } from '../cases/watch-refreshes.ts'
import { watchShownCases } from '../cases/watch-shown-cases.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { useVisibility } from './panel-visibility.ts'
import { useCaseDetails } from './use-case-details.ts'
import { useTemplates } from './use-templates.ts'

/** The cases of a contact and of its initial contact, and what can be done with them. */
export interface ContactCasesState {
  readonly view: CasesView
  /** null: not there, or not yet. */
  readonly templates: readonly Template[] | null
  /** What the last refresh changed, and when it ended; null: there was none. Loading more never changes it. */
  readonly changed: (ReadChanges & { readonly at: number }) | null
  /** The next page, or again what failed. */
  readOn(): void
  /** Reads again everything that is on screen, which stays until the answer is there. */
  refresh(): void
  /** Asks again for the details of one case. */
  retryDetails(caseId: string): void
}

/** Shows a contact's cases: while it is mounted they are read, with their details, and read again as they fall due. */
export function useContactCases(client: CasesClient, contact: DeskContact): ContactCasesState {
  const { contactArn, initialContactArn } = contact
  const queryClient = useQueryClient()
  const visibility = useVisibility()
  const contactArns = useMemo(
    () => [contactArn, initialContactArn].filter((arn) => arn !== null),
    [contactArn, initialContactArn],
  )
  const thisList = useInfiniteQuery(contactCasesQuery(client, contactArn))
  const initialList = useInfiniteQuery(contactCasesQuery(client, initialContactArn, { throughContactArn: contactArn }))
  const lists = initialContactArn === null ? [thisList] : [thisList, initialList]
  const cases = useRows(client, contact, thisList.data?.pages, initialList.data?.pages)
  const isShown = useRef(false)
  const [changed, setChanged] = useState<ContactCasesState['changed']>(null)

  useEffect(() => {
    const memory = { client, queryClient }
    // Told together with the lists that changed.
    const onRefresh = notifyManager.batchCalls((changes: ReadChanges | null) =>
      setChanged(changes && { ...changes, at: Date.now() }),
    )
    isShown.current = true
    const undo = [watchRefreshes(memory, contactArns, onRefresh), watchShownCases(memory, contactArns, visibility)]
    return () => {
      isShown.current = false
      setChanged(null)
      for (const each of undo) each()
    }
  }, [client, queryClient, contactArns, visibility])

  return {
    view: toCasesView(cases, lists),
    templates: useTemplates(client, cases),
    changed,
    readOn: () => readOn(lists, () => isShown.current),
    refresh: () => refresh(lists),
    retryDetails: (caseId) => void contactArns.find((arn) => retryDetails({ client, queryClient }, arn, caseId)),
  }
}

const noPages: readonly CasesPage[] = []

function useRows(
  client: CasesClient,
  { contactArn, initialContactArn }: DeskContact,
  thisPages = noPages,
  initialPages = noPages,
) {
  const details = useCaseDetails(client, contactArn, thisPages)
  const initialDetails = useCaseDetails(client, initialContactArn, initialPages)
  return useMemo(() => {
    const itsPages = initialContactArn === null ? noPages : initialPages
    return toCaseRows(thisPages, itsPages, (caseId) => detailsIn(caseId, details, initialDetails))
  }, [thisPages, initialPages, initialContactArn, details, initialDetails])
}
