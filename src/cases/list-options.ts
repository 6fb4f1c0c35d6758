import { createCaseFilter } from './case-filter.ts'
import { type CaseOrder, orderCases } from './case-order.ts'
import type { CaseRow } from './case-rows.ts'
import { groupByTemplate, type ListRow } from './template-rows.ts'
import type { Template } from './templates-query.ts'

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

/** The loaded cases as the options have them. While a filter is on nothing is folded away: a match must be seen. */
export function toListRows(
  cases: readonly CaseRow[],
  templates: readonly Template[] | null,
  { grouped, order, filter, collapsed }: ListOptions,
): ListedRows {
  const names = new Map(templates?.map(({ templateId, name }) => [templateId, name]))
  const matching = cases.filter(createCaseFilter(filter, (templateId) => names.get(templateId) ?? null))
  const ordered = orderCases(matching, order)
  const folded = filter.trim() === '' ? collapsed : undefined
  return { rows: grouped ? groupByTemplate(ordered, templates, folded) : ordered, shown: matching.length }
}
