import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { readOn } from '../cases/case-list.ts'
import type { CasesClient } from '../cases/cases-client.ts'
import { type CasesView, toCasesView } from '../cases/cases-view.ts'
import type { ReadChanges } from '../cases/compare-reads.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { type Template, templatesQuery } from '../cases/templates-query.ts'
import type { DeskContact } from '../contact/contact-source.ts'

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

export function useContactCases(client: CasesClient, contact: DeskContact): ContactCasesState {
  const thisList = useInfiniteQuery(contactCasesQuery(client, contact.contactArn))
  const initial = useInfiniteQuery(contactCasesQuery(client, contact.initialContactArn))
  const initialList = contact.initialContactArn === null ? null : initial
  const templates = useQuery(templatesQuery(client))
  return {
    view: toCasesView(thisList, initialList),
    templates: templates.data ?? null,
    changed: null,
    readOn: () => readOn(initialList === null ? [thisList] : [thisList, initialList]),
    refresh: () => {},
    retryDetails: () => {},
  }
}
