import type { QueryClient } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { toCaseRows } from './case-rows.ts'
import type { CasesClient } from './cases-client.ts'
import { nextTokenOf } from './cases-page.ts'
import { contactCasesQuery } from './contact-cases-query.ts'

/** The contact whose cases are counted, and the first of its chain. */
export interface CountedContact {
  readonly contactArn: ContactArn
  readonly initialContactArn: ContactArn | null
}

/** How many cases of a contact are in memory, and whether the service said that there are more. */
export interface HeldCount {
  readonly loaded: number
  readonly hasNext: boolean
}

/** Counts what is in memory and asks for nothing; null: not read yet. */
export function heldCountOf(
  queryClient: QueryClient,
  client: CasesClient,
  { contactArn, initialContactArn }: CountedContact,
): HeldCount | null {
  const pagesOf = (arn: ContactArn) => queryClient.getQueryData(contactCasesQuery(client, arn).queryKey)?.pages
  const pages = pagesOf(contactArn)
  if (pages === undefined) return null
  const initialPages = initialContactArn === null ? [] : (pagesOf(initialContactArn) ?? [])
  return {
    loaded: toCaseRows(pages, initialPages).length,
    hasNext: nextTokenOf(pages) !== null || nextTokenOf(initialPages) !== null,
  }
}
