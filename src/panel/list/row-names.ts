import type { CaseRow } from '../../cases/case-rows.ts'
import type { ListRow, TemplateRow } from '../../cases/template-rows.ts'
import type { Messages } from '../../locales/messages.ts'
import { fill } from '../../locales/plural.ts'

/** As much of an id as people compare at a glance. */
function shortId(id: string): string {
  return id.slice(0, 8)
}

/** What a template is called, also where its name is not known. */
export function templateName({ name, templateId }: TemplateRow, { list }: Messages): string {
  return name ?? fill(list.template, { id: shortId(templateId) })
}

/** What a case is called: its title once that is known. */
export function caseName({ caseId, details }: CaseRow, { list }: Messages): string {
  if (details.status === 'known') return details.found.title ?? list.untitled
  // Where the server offers no details the id is all there is, and stays.
  return details.status === 'none' ? caseId : fill(list.case, { id: shortId(caseId) })
}

export function rowName(row: ListRow, messages: Messages): string {
  return row.kind === 'template' ? templateName(row, messages) : caseName(row, messages)
}

/** Whether the service says that there is no such case any more. */
export function isGone({ details }: CaseRow): boolean {
  return details.status === 'failed' && details.outcome.code === 'case_not_found'
}
