import type { CasesPage } from '../cases-page.ts'

/** A page of cases, written `id` or `id:template`, as the query keeps it. */
export function pageOf(cases: readonly string[], more: Partial<CasesPage> = {}): CasesPage {
  const split = cases.map((text) => text.split(':'))
  return {
    cases: split.map(([caseId = '', templateId = 'general']) => ({ caseId, templateId })),
    nextToken: null,
    readWith: [null],
    batches: [],
    readAt: 1_000,
    restarted: false,
    ...more,
  }
}
