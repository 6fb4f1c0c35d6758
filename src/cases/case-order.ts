import type { FoundCase } from '../contract/case-details.ts'
import type { CaseRow } from './case-rows.ts'

/** In which order cases stand. `listed` is the service's own: the only one that no arriving detail can change. */
export type CaseOrder = 'listed' | 'updated' | 'status' | 'reference'

type Compare = (a: FoundCase, b: FoundCase) => number

/**
 * The cases in that order. A case whose details are not there stays behind all others, where the list has it; so
 * rows do not jump about while their details come. Cases that are equal keep their order.
 */
export function orderCases(rows: readonly CaseRow[], order: CaseOrder): readonly CaseRow[] {
  if (order === 'listed') return rows
  const known: { row: CaseRow; found: FoundCase }[] = []
  const others: CaseRow[] = []
  for (const row of rows) {
    if (row.details.status === 'known') known.push({ row, found: row.details.found })
    else others.push(row)
  }
  const compare = comparisons[order]
  known.sort((a, b) => compare(a.found, b.found))
  return [...known.map(({ row }) => row), ...others]
}

const texts = new Intl.Collator(undefined, { numeric: true })

const comparisons: Record<Exclude<CaseOrder, 'listed'>, Compare> = {
  updated: nullsLast(
    (found) => found.updatedAt,
    (a, b) => Date.parse(b) - Date.parse(a),
  ),
  status: nullsLast(
    (found) => found.status,
    (a, b) => rankOf(a) - rankOf(b) || texts.compare(labelOf(a), labelOf(b)),
  ),
  // Numbers in a reference count as numbers: 99 comes before 100.
  reference: nullsLast((found) => found.referenceNumber, texts.compare),
}

function nullsLast<T>(pick: (found: FoundCase) => T | null, compare: (a: T, b: T) => number): Compare {
  return (foundA, foundB) => {
    const [a, b] = [pick(foundA), pick(foundB)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return compare(a, b)
  }
}

type Status = NonNullable<FoundCase['status']>

// The service's own value, whatever the administrator calls it.
function rankOf({ value }: Status): number {
  return value === 'open' ? 0 : 1
}

function labelOf({ label, value }: Status): string {
  return label ?? value
}
