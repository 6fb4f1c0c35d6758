import type { CaseRow } from './case-rows.ts'
import { groupByTemplate, type ListRow } from './template-rows.ts'
import type { Template } from './templates-query.ts'

/** In which order cases stand. `listed` is the service's own: the only one that no arriving detail can change. */
export type CaseOrder = 'listed' | 'updated' | 'status' | 'reference'

/** How an agent wants to see the loaded cases. */
export interface ListOptions {
  readonly grouped: boolean
  readonly order: CaseOrder
  /** Words that a case must have in it; empty shows all. */
  readonly filter: string
  /** Templates whose cases are folded away; only where grouped. */
  readonly collapsed: ReadonlySet<string>
}

/** The rows to show, and how many cases they stand for, folded ones included. */
export interface ListedRows {
  readonly rows: readonly ListRow[]
  readonly shown: number
}

/** The loaded cases as the options have them. */
export function toListRows(
  cases: readonly CaseRow[],
  templates: readonly Template[] | null,
  options: ListOptions,
): ListedRows {
  const rows = options.grouped ? groupByTemplate(cases, templates) : cases
  return { rows, shown: cases.length }
}
