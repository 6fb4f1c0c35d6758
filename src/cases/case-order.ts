import type { FoundCase } from '../contract/answers.ts'
import type { CaseRow } from './case-rows.ts'

/** In which order cases stand. `listed` is the service's own: the only one that no arriving detail can change. */
export type CaseOrder = 'listed' | 'updated' | 'status' | 'reference'

/**
 * The cases in that order. A case whose details are not there stays behind all others, where the list has it; so
 * rows do not jump about while their details come. So does one without the value that it would be ordered by. Cases
 * that are equal keep their order.
 */
export function orderCases(rows: readonly CaseRow[], order: CaseOrder): readonly CaseRow[] {
  switch (order) {
    case 'listed':
      return rows
    case 'updated':
      return ordered(rows, updatedOf, (a, b) => b - a)
    case 'status':
      return ordered(rows, statusOf, (a, b) => a.rank - b.rank || texts.compare(a.label, b.label))
    case 'reference':
      return ordered(rows, referenceOf, compareReferences)
  }
}

/** Ordered by a value that is taken from each case once: thousands are compared at a press. */
function ordered<T>(
  rows: readonly CaseRow[],
  pick: (found: FoundCase) => T | null,
  compare: (a: T, b: T) => number,
): readonly CaseRow[] {
  const keyed: { row: CaseRow; key: T }[] = []
  const others: [known: CaseRow[], unknown: CaseRow[]] = [[], []]
  for (const row of rows) {
    const key = row.details.status === 'known' ? pick(row.details.found) : null
    if (key !== null) keyed.push({ row, key })
    else others[row.details.status === 'known' ? 0 : 1].push(row)
  }
  keyed.sort((a, b) => compare(a.key, b.key))
  return [...keyed.map(({ row }) => row), ...others.flat()]
}

const texts = new Intl.Collator(undefined, { numeric: true })

function updatedOf({ updatedAt }: FoundCase): number | null {
  return updatedAt === null ? null : Date.parse(updatedAt)
}

function statusOf({ status }: FoundCase) {
  if (status === null) return null
  // The service's own value, whatever the administrator calls it.
  return { rank: status.value === 'open' ? 0 : 1, label: status.label ?? status.value }
}

function referenceOf({ referenceNumber }: FoundCase) {
  if (referenceNumber === null) return null
  return { text: referenceNumber, number: /^\d{1,15}$/.test(referenceNumber) ? Number(referenceNumber) : null }
}

type Reference = NonNullable<ReturnType<typeof referenceOf>>

// The service's references are numbers, and 99 comes before 100. The collator knows that too, at ten times the cost.
function compareReferences(a: Reference, b: Reference): number {
  return a.number !== null && b.number !== null ? a.number - b.number : texts.compare(a.text, b.text)
}
