import { notifyManager, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { readOn, refresh } from '../cases/case-list.ts'
import { toCaseRows } from '../cases/case-rows.ts'
import { type CasesMemory, retryDetails } from '../cases/cases-in-memory.ts'
import type { CasesPage } from '../cases/cases-page.ts'
import { type CasesView, toCasesView } from '../cases/cases-view.ts'
import type { ReadChanges } from '../cases/compare-reads.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { detailsIn } from '../cases/known-details.ts'
import type { Template } from '../cases/templates-query.ts'
import { watchRefreshes } from '../cases/watch-refreshes.ts'
import { watchShownCases } from '../cases/watch-shown-cases.ts'
import type { ContactArn } from '../contact/contact-arn.ts'
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

/**
 * Shows a contact's cases: while it is mounted they are read, with their details, and read again as they fall due.
 * null shows none, and asks nothing.
 */
export function useShownCases(memory: CasesMemory, contact: DeskContact | null): ContactCasesState {
  const { client, queryClient } = memory
  const { contactArn, initialContactArn } = contact ?? noContact
  const visibility = useVisibility()
  const contactArns = useMemo(
    () => [contactArn, initialContactArn].filter((arn) => arn !== null),
    [contactArn, initialContactArn],
  )
  const thisList = useInfiniteQuery(contactCasesQuery(client, contactArn), queryClient)
  const initialList = useInfiniteQuery(
    contactCasesQuery(client, initialContactArn, { throughContactArn: contactArn }),
    queryClient,
  )
  const lists = initialContactArn === null ? [thisList] : [thisList, initialList]
  const cases = useRows(memory, contact ?? noContact, thisList.data?.pages, initialList.data?.pages)
  const isShown = useRef(false)
  const [changes, setChanges] = useState<{ of: typeof contactArns; changed: ContactCasesState['changed'] } | null>(null)

  useEffect(() => {
    // Told together with the lists that changed.
    const onRefresh = notifyManager.batchCalls((changes: ReadChanges | null) =>
      setChanges({ of: contactArns, changed: changes && { ...changes, at: Date.now() } }),
    )
    isShown.current = true
    const undo = [watchRefreshes(memory, contactArns, onRefresh), watchShownCases(memory, contactArns, visibility)]
    return () => {
      isShown.current = false
      setChanges(null)
      for (const each of undo) each()
    }
  }, [memory, contactArns, visibility])

  return {
    view: toCasesView(cases, lists),
    templates: useTemplates(memory, cases, contact !== null),
    // Of these contacts: those before may be told of until the effect is over.
    changed: changes?.of === contactArns ? changes.changed : null,
    readOn: () => readOn(lists, () => isShown.current),
    refresh: () => refresh(lists),
    retryDetails: (caseId) => void contactArns.find((arn) => retryDetails(memory, arn, caseId)),
  }
}

type ShownContact = { readonly [Name in 'contactArn' | 'initialContactArn']: ContactArn | null }

const noContact: ShownContact = { contactArn: null, initialContactArn: null }
const noPages: readonly CasesPage[] = []

function useRows(
  memory: CasesMemory,
  { contactArn, initialContactArn }: ShownContact,
  thisPages = noPages,
  initialPages = noPages,
) {
  const details = useCaseDetails(memory, contactArn, thisPages)
  const initialDetails = useCaseDetails(memory, initialContactArn, initialPages)
  return useMemo(() => {
    const itsPages = initialContactArn === null ? noPages : initialPages
    return toCaseRows(thisPages, itsPages, (caseId) => detailsIn(caseId, details, initialDetails))
  }, [thisPages, initialPages, initialContactArn, details, initialDetails])
}
