import type { ContactArn } from '../contact/contact-arn.ts'
import { toCaseRows } from './case-rows.ts'
import { type CasesMemory, pagesOf } from './cases-in-memory.ts'
import { nextTokenOf } from './cases-page.ts'

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
export function heldCountOf(memory: CasesMemory, { contactArn, initialContactArn }: CountedContact): HeldCount | null {
  const pages = pagesOf(memory, contactArn)
  if (pages === null) return null
  const initialPages = pagesOf(memory, initialContactArn) ?? []
  return {
    loaded: toCaseRows(pages, initialPages).length,
    hasNext: nextTokenOf(pages) !== null || nextTokenOf(initialPages) !== null,
  }
}
