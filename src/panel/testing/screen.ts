import type { CaseRow } from '../../cases/case-rows.ts'
import type { CasesView } from '../../cases/cases-view.ts'
import type { ReadChanges } from '../../cases/compare-reads.ts'
import type { ListOptions } from '../../cases/list-options.ts'
import type { ListRow } from '../../cases/template-rows.ts'
import type { DeskContact } from '../../contact/contact-source.ts'
import { type CasesWorld, titleOf } from './cases-world.ts'

/** What a panel without a document shows: the contact that is named, and what is said to be linked to it. */
export interface Screen {
  readonly contact: DeskContact
  /** Counts agents and their sessions. */
  readonly session: number
  readonly view: CasesView
  readonly cases: readonly CaseRow[]
  /** As the agent wants them listed. */
  readonly rows: readonly ListRow[]
  readonly options: ListOptions
}

/** What is not true on a screen, a sentence each. */
export function untruths({ contact, view, cases, rows, options }: Screen, world: CasesWorld): readonly string[] {
  const linked = {
    this: new Set(world.casesOf(contact.contactArn)),
    initial: new Set(contact.initialContactArn === null ? [] : world.casesOf(contact.initialContactArn)),
  }
  const found: string[] = []
  const seen = new Set<string>()
  for (const { caseId, linkedTo, details } of cases) {
    if (!linked[linkedTo].has(caseId)) found.push(`${caseId} is shown as a case of ${contact.contactId}`)
    if (details.status === 'known' && details.found.title !== titleOf(caseId)) {
      found.push(`${caseId} has the title "${details.found.title}"`)
    }
    if (seen.has(caseId)) found.push(`${caseId} is shown twice`)
    seen.add(caseId)
  }
  return [...found, ...untruthsOfList(rows, seen, options), ...untruthsOfEnd(view, seen, linked)]
}

type Linked = Readonly<Record<'this' | 'initial', ReadonlySet<string>>>

/** A list that says that nothing is missing has everything. In this world no contact is without cases. */
function untruthsOfEnd(view: CasesView, seen: ReadonlySet<string>, linked: Linked): readonly string[] {
  const isWhole = view.status === 'empty' || (view.status === 'rows' && view.more.status === 'none')
  if (!isWhole) return []
  const missing = [...linked.this, ...linked.initial].filter((caseId) => !seen.has(caseId))
  return missing.map((caseId) => `${caseId} is missing from a list that says it is whole`)
}

/** However they are ordered, filtered and folded. */
function untruthsOfList(
  rows: readonly ListRow[],
  cases: ReadonlySet<string>,
  { filter, grouped, collapsed }: ListOptions,
): readonly string[] {
  const listed = rows.flatMap((row) => (row.kind === 'case' ? row.caseId : []))
  const found = listed.filter((caseId) => !cases.has(caseId)).map((caseId) => `${caseId} is listed and not there`)
  if (new Set(listed).size < listed.length) found.push('a case is listed twice')
  const isAll = filter === '' && (!grouped || collapsed.size === 0)
  if (isAll && listed.length < cases.size) found.push('a case is there and not listed')
  return found
}

/** What went from the screen though the same contact of the same session is still on it. */
export function losses(before: Screen | null, now: Screen | null): readonly string[] {
  if (before === null || now === null) return []
  if (before.contact.contactArn !== now.contact.contactArn || before.session !== now.session) return []
  const rowsNow = new Map(now.cases.map((row) => [row.caseId, row]))
  return before.cases.flatMap(({ caseId, details }) => {
    const row = rowsNow.get(caseId)
    if (row === undefined) return [`${caseId} went from the screen`]
    return details.status === 'known' && row.details.status !== 'known' ? [`the title of ${caseId} went`] : []
  })
}

/** What still turns though no request is under way and all waits are over. */
export function stuckSpinners({ view, cases }: Screen): readonly string[] {
  const found: string[] = []
  if (view.status === 'loading') found.push('the list is loading for ever')
  if (view.status === 'rows' && view.more.status === 'loading') found.push('the next page is loading for ever')
  if ('refresh' in view && view.refresh.status === 'running') found.push('the refresh runs for ever')
  for (const { caseId, details } of cases) {
    const turns = details.status === 'loading' || (details.status === 'failed' && details.retrying)
    if (turns) found.push(`the details of ${caseId} are loading for ever`)
  }
  return found
}

/** What a screen lacks after everything was asked for and well answered. */
export function gaps({ contact, cases }: Screen, world: CasesWorld): readonly string[] {
  const arns = [contact.contactArn, contact.initialContactArn].filter((arn) => arn !== null)
  const known = new Set(cases.filter(({ details }) => details.status === 'known').map(({ caseId }) => caseId))
  const missing = new Set(arns.flatMap((arn) => world.casesOf(arn)).filter((caseId) => !known.has(caseId)))
  return [...missing].map((caseId) => `${caseId} or its title did not come, though everything was read`)
}

/** This world gives a contact the same cases at each read: a refresh never brings or loses one. */
export function changesOf(changed: ReadChanges | null): readonly string[] {
  if (changed === null || (changed.appeared.size === 0 && changed.vanished === 0)) return []
  return [`a refresh is said to have brought ${changed.appeared.size} cases and lost ${changed.vanished}`]
}
