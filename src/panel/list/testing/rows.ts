import type { CaseDetails } from '../../../cases/case-details.ts'
import type { CaseRow } from '../../../cases/case-rows.ts'
import type { ListRow, TemplateRow } from '../../../cases/template-rows.ts'
import type { FoundCase } from '../../../contract/answers.ts'

/** Details as the server gives them: an open case with a title, unless told. */
function found(caseId: string, more: Partial<FoundCase> = {}): FoundCase {
  return {
    outcome: 'found',
    caseId,
    title: `Title ${caseId}`,
    status: { value: 'open', label: null },
    referenceNumber: `ref-${caseId}`,
    createdAt: '2026-11-01T08:00:00Z',
    updatedAt: '2026-11-02T08:00:00Z',
    fields: [],
    ...more,
  }
}

export const known = (caseId: string, more: Partial<FoundCase> = {}): CaseDetails => ({
  status: 'known',
  found: found(caseId, more),
})

export const failedDetails = (
  caseId: string,
  code: 'upstream_failed' | 'case_not_found' = 'upstream_failed',
): Extract<CaseDetails, { status: 'failed' }> => ({
  status: 'failed',
  outcome: { outcome: 'failed', caseId, code, retryable: code !== 'case_not_found' },
  retrying: false,
})

export function caseRow(caseId: string, more: Partial<CaseRow> = {}): CaseRow {
  return { kind: 'case', caseId, templateId: 'general', linkedTo: 'this', details: known(caseId), ...more }
}

export function templateRow(templateId: string, more: Partial<TemplateRow> = {}): TemplateRow {
  const name = templateId.charAt(0).toUpperCase() + templateId.slice(1)
  return { kind: 'template', templateId, name, standing: 'active', count: 1, collapsed: false, ...more }
}

/** `count` cases named `1`, `2`, …, under one template. */
export function manyRows(count: number, template = templateRow('general', { count })): readonly ListRow[] {
  return [template, ...Array.from({ length: count }, (_, index) => caseRow(String(index + 1)))]
}
