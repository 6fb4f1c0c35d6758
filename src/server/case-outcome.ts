import type { CaseOutcome, FoundCase } from '../contract/answers.ts'
import { type ProblemCode, problemCatalogue } from '../contract/problem-catalogue.ts'
import type { FieldLabels } from './field-labels.ts'
import type { FieldValue } from './field-value.ts'
import type { CaseReading } from './read-cases.ts'
import { toRowField, toUtc } from './row-field.ts'
import type { UpstreamCode } from './upstream-problem.ts'

/** How cases are shown: with which fields beside those that every row has, and how people call them. */
interface RowForm {
  readonly rowFields: readonly string[]
  readonly labels: FieldLabels
}

/** What to ask of a case, each field once: those of every row, by the ids of the administrator guide, and the others. */
export function askedFields(rowFields: readonly string[]): readonly string[] {
  const everyRow = ['title', 'status', 'reference_number', 'created_datetime', 'last_updated_datetime']
  return [...new Set([...everyRow, ...rowFields])]
}

/** What was read of a case, as the panel is told of it. */
export function toOutcome({ caseId, values }: CaseReading, { rowFields, labels }: RowForm): CaseOutcome {
  if (!values.ok) {
    const code = toProblemCode(values.problem.code)
    return { outcome: 'failed', caseId, code, retryable: problemCatalogue[code].retryable }
  }
  const fieldOf = (fieldId: string) => values.value.get(fieldId) ?? null
  return {
    outcome: 'found',
    caseId,
    title: toText(fieldOf('title')),
    status: toStatus(toText(fieldOf('status')), labels),
    referenceNumber: toText(fieldOf('reference_number')),
    createdAt: toTime(fieldOf('created_datetime')),
    updatedAt: toTime(fieldOf('last_updated_datetime')),
    fields: rowFields.map((fieldId) => toRowField(fieldId, fieldOf(fieldId), labels)),
  }
}

// What GetCase does not find is the case: the domain has just listed it.
function toProblemCode(code: UpstreamCode): ProblemCode {
  return code === 'not_found' ? 'case_not_found' : code
}

function toText(value: FieldValue): string | null {
  return typeof value === 'string' ? value : null
}

function toTime(value: FieldValue): string | null {
  return typeof value === 'string' ? toUtc(value) : null
}

function toStatus(value: string | null, { options }: FieldLabels): FoundCase['status'] {
  return value === null ? null : { value, label: options.get('status')?.get(value) ?? null }
}
