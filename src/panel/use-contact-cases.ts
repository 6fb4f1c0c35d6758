import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { readOn } from '../cases/case-list.ts'
import type { CasesClient } from '../cases/cases-client.ts'
import { type CasesView, toCasesView } from '../cases/cases-view.ts'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { templatesQuery } from '../cases/templates-query.ts'
import type { DeskContact } from '../contact/contact-source.ts'

/** The cases of a contact and of its initial contact, and how to read on. */
export function useContactCases(client: CasesClient, contact: DeskContact): { view: CasesView; readOn: () => void } {
  const thisList = useInfiniteQuery(contactCasesQuery(client, contact.contactArn))
  const initial = useInfiniteQuery(contactCasesQuery(client, contact.initialContactArn))
  const initialList = contact.initialContactArn === null ? null : initial
  const templates = useQuery(templatesQuery(client))
  return {
    view: toCasesView(thisList, initialList, templates.data ?? null),
    readOn: () => readOn(initialList === null ? [thisList] : [thisList, initialList]),
  }
}
