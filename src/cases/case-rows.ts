import type { CaseDetails } from './case-details.ts'
import { type CasesPage, currentPages } from './cases-page.ts'

/** Which contact a case is linked to: the one on the desk, or the first of the chain it was transferred along. */
export type LinkedTo = 'this' | 'initial'

/** One case in the list. */
export interface CaseRow {
  readonly kind: 'case'
  readonly caseId: string
  readonly templateId: string
  readonly linkedTo: LinkedTo
  readonly details: CaseDetails
}

/**
 * The cases of a contact and of its initial contact, each once. A case linked to both counts as this contact's.
 * The first page of each comes first and then the rest, which is how they are read: a row that is
 * on screen keeps its place when more are loaded.
 */
export function toCaseRows(
  thisPages: readonly CasesPage[],
  initialPages: readonly CasesPage[],
  detailsOf: (caseId: string) => CaseDetails = () => ({ status: 'none' }),
): readonly CaseRow[] {
  const own = currentPages(thisPages)
  const initial = currentPages(initialPages)
  const rows = new Map<string, CaseRow>()
  const add = (pages: readonly CasesPage[], linkedTo: LinkedTo) => {
    for (const { caseId, templateId } of pages.flatMap((page) => page.cases)) {
      if (linkedTo === 'initial' && rows.has(caseId)) continue
      rows.set(caseId, { kind: 'case', caseId, templateId, linkedTo, details: detailsOf(caseId) })
    }
  }
  add(own.slice(0, 1), 'this')
  add(initial.slice(0, 1), 'initial')
  add(own.slice(1), 'this')
  add(initial.slice(1), 'initial')
  return [...rows.values()]
}
