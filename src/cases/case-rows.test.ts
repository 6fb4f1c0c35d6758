import { expect, test } from 'vitest'
import { toCaseRows } from './case-rows.ts'
import type { CasesPage } from './cases-page.ts'
import { groupByTemplate } from './template-rows.ts'
import type { Template } from './templates-query.ts'
import { pageOf } from './testing/pages.ts'

const brief = (thisPages: CasesPage[], initialPages: CasesPage[] = []) =>
  toCaseRows(thisPages, initialPages).map((row) => `${row.caseId} ${row.linkedTo}`)

test('a case on two pages is one row', () => {
  expect(brief([pageOf(['a', 'b']), pageOf(['b', 'c'])])).toEqual(['a this', 'b this', 'c this'])
})

test('a case of both contacts is one row, of the contact on the desk', () => {
  expect(brief([pageOf(['a'])], [pageOf(['a', 'b'])])).toEqual(['a this', 'b initial'])
})

test('a row keeps its place when a later page shows that it is linked to this contact too', () => {
  expect(brief([pageOf(['a'])], [pageOf(['b'])])).toEqual(['a this', 'b initial'])
  expect(brief([pageOf(['a']), pageOf(['c', 'b'])], [pageOf(['b'])])).toEqual(['a this', 'b this', 'c this'])
})

test('more pages only ever add rows at the end', () => {
  const thisPages = [pageOf(['a']), pageOf(['c'])]
  const initialPages = [pageOf(['b']), pageOf(['d'])]
  expect(brief(thisPages, initialPages)).toEqual(['a this', 'b initial', 'c this', 'd initial'])
})

test('pages before a restart do not count', () => {
  const pages = [pageOf(['old']), pageOf(['a'], { restarted: true }), pageOf(['b'])]
  expect(brief(pages)).toEqual(['a this', 'b this'])
})

test('of a case that nothing was asked about the list is all that is known', () => {
  const details = { status: 'none' }
  expect(toCaseRows([pageOf(['a:refund'])], [])).toEqual([
    { kind: 'case', caseId: 'a', templateId: 'refund', linkedTo: 'this', details },
  ])
})

const listed: readonly Template[] = [
  { templateId: 'refund', name: 'Refund', status: 'Active' },
  { templateId: 'legacy', name: 'Legacy', status: 'Inactive' },
]

const groups = (cases: string[], templates: readonly Template[] | null) =>
  groupByTemplate(toCaseRows([pageOf(cases)], []), templates).map((row) =>
    row.kind === 'case' ? row.caseId : `${row.name} ${row.standing} ${row.count}`,
  )

test('cases stand under their template, which names itself and counts them', () => {
  expect(groups(['a:refund', 'b:legacy', 'c:refund'], listed)).toEqual([
    'Refund active 2',
    'a',
    'c',
    'Legacy inactive 1',
    'b',
  ])
})

test('a template that is no longer listed keeps its cases on screen', () => {
  expect(groups(['a:deleted'], listed)).toEqual(['null deleted 1', 'a'])
})

test('without the list of templates the rows are there all the same', () => {
  expect(groups(['a:refund'], null)).toEqual(['null unknown 1', 'a'])
})
