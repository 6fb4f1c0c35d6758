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

/**
 * The cases in their order, under a row for each template, in the order the templates appear. The cases of a
 * collapsed template are left out, and its row counts them.
 */
export function groupByTemplate(
  rows: readonly CaseRow[],
  templates: readonly Template[] | null,
  collapsed: ReadonlySet<string> = new Set(),
): readonly ListRow[] {
  const toRow = templateRows(templates)
  const groups = new Map<string, CaseRow[]>()
  for (const row of rows) {
    const group = groups.get(row.templateId)
    if (group) group.push(row)
    else groups.set(row.templateId, [row])
  }
  return [...groups].flatMap(([templateId, group]): ListRow[] => {
    const row = { ...toRow(templateId), count: group.length, collapsed: collapsed.has(templateId) }
    return row.collapsed ? [row] : [row, ...group]
  })
}

const standings = { Active: 'active', Inactive: 'inactive', Deleted: 'deleted' } as const

function templateRows(templates: readonly Template[] | null) {
  const byId = new Map(templates?.map((template) => [template.templateId, template]))
  return (templateId: string) => {
    const kind = 'template' as const
    if (templates === null) return { kind, templateId, name: null, standing: 'unknown' as const }
    const template = byId.get(templateId)
    // The list has every template but deleted ones.
    if (template === undefined) return { kind, templateId, name: null, standing: 'deleted' as const }
    return { kind, templateId, name: template.name, standing: standings[template.status] }
  }
}
