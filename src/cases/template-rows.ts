import type { CaseRow } from './case-rows.ts'
import type { Template } from './templates-query.ts'

/** The row above the cases of one template. */
export interface TemplateRow {
  readonly kind: 'template'
  readonly templateId: string
  /** null where the list of templates does not have it. */
  readonly name: string | null
  /** `deleted` since the case was made. `unknown`: the list of templates is not there, or not yet. */
  readonly standing: 'active' | 'inactive' | 'deleted' | 'unknown'
  /** How many cases are under it, shown or folded away. */
  readonly count: number
  readonly collapsed: boolean
}

export type ListRow = TemplateRow | CaseRow

/** The cases in their order, under a row for each template, in the order the templates appear. */
export function groupByTemplate(rows: readonly CaseRow[], templates: readonly Template[] | null): readonly ListRow[] {
  const groups = new Map<string, CaseRow[]>()
  for (const row of rows) {
    const group = groups.get(row.templateId)
    if (group) group.push(row)
    else groups.set(row.templateId, [row])
  }
  return [...groups].flatMap(([templateId, group]) => [toTemplateRow(templateId, group.length, templates), ...group])
}

function toTemplateRow(templateId: string, count: number, templates: readonly Template[] | null): TemplateRow {
  const row = { kind: 'template', templateId, count, collapsed: false } as const
  if (templates === null) return { ...row, name: null, standing: 'unknown' }
  const template = templates.find((each) => each.templateId === templateId)
  if (template === undefined) return { ...row, name: null, standing: 'deleted' }
  return { ...row, name: template.name, standing: template.status === 'Active' ? 'active' : 'inactive' }
}
