import { expect, test } from 'vitest'
import type { FoundCase } from '../contract/answers.ts'
import type { CaseDetails } from './case-details.ts'
import type { CaseRow } from './case-rows.ts'
import { type ListOptions, toListRows } from './list-options.ts'
import type { Template } from './templates-query.ts'
import { foundCase } from './testing/scripted-backend.ts'

const asListed: ListOptions = { grouped: false, order: 'listed', filter: '', collapsed: new Set() }

const templates: readonly Template[] = [
  { templateId: 'refund', name: 'Rückerstattung', status: 'Active' },
  { templateId: 'legacy', name: 'Legacy', status: 'Inactive' },
  { templateId: 'gone', name: 'Gone', status: 'Deleted' },
]

function row(caseId: string, details: CaseDetails, templateId = 'refund'): CaseRow {
  return { kind: 'case', caseId, templateId, linkedTo: 'this', details }
}

const known = (caseId: string, more: Partial<FoundCase> = {}, templateId?: string) =>
  row(caseId, { status: 'known', found: foundCase(caseId, more) }, templateId)

const loading = (caseId: string) => row(caseId, { status: 'loading' })

const brief = (cases: readonly CaseRow[], options: Partial<ListOptions>) =>
  toListRows(cases, templates, { ...asListed, ...options }).rows.map((each) =>
    each.kind === 'case' ? each.caseId : `${each.name} ${each.standing} ${each.count}${each.collapsed ? ' +' : ''}`,
  )

const amount = { fieldId: 'f-1', name: 'Amount', type: 'Number', value: 1250 } as const
const owner = { fieldId: 'f-2', name: 'Owner', type: 'User', value: { value: 'u-1', label: 'Zoë Ng' } } as const
const vip = { fieldId: 'f-3', name: 'VIP', type: 'Boolean', value: true } as const
const due = { fieldId: 'f-4', name: 'Due', type: 'DateTime', value: '2026-11-24T09:00:00Z' } as const
const nobody = { fieldId: 'f-5', name: 'Owner', type: 'User', value: null } as const

test.each([
  ['a word of the title', { title: 'Late delivery' }, 'LATE'],
  ['words in any order, anywhere', { title: 'Late delivery', referenceNumber: '42' }, ' 42  late '],
  ['a word without its accents', { title: 'Réclamation de Łódź' }, 'reclamation łodz'],
  ['a word with accents, where the title has none', { title: 'Elodie' }, 'Élodie'],
  ['full-width digits', { title: '注文１２３' }, '123'],
  ['a part of the reference', { referenceNumber: '100234' }, '0023'],
  ['the value of the status', { status: { value: 'on_hold', label: 'Waiting' } }, 'on_hold'],
  ['the label of the status', { status: { value: 'on_hold', label: 'Waiting' } }, 'wait'],
  ['the id', {}, 'case-1'],
  ['the name of the template', {}, 'ruckerstattung'],
  ['a number of an extra field', { fields: [amount] }, '1250'],
  ['the name of a user', { fields: [owner] }, 'zoe'],
])('a filter finds %s', (_, more, filter) => {
  const cases = [known('case-1', { title: 'Other', ...more }), known('other', {}, 'legacy')]
  expect(brief(cases, { filter })).toEqual(['case-1'])
})

test.each(['late early', 'lateopen', 'true', 'undefined', 'null', 'late.', '.*'])(
  'a filter of "%s" finds nothing',
  (filter) => {
    expect(brief([known('a', { title: 'Late', referenceNumber: null, fields: [vip] })], { filter })).toEqual([])
  },
)

test.each([
  ['its id', row('xyz', { status: 'loading' }, 'unlisted'), 'xyz'],
  ['what it has', known('xyz', { title: 'Late', status: null, fields: [vip, due, nobody] }, 'unlisted'), 'aeltxyz'],
])('a case that has little is found by %s, and by no other letter', (_, few, found) => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789']
  expect(letters.filter((filter) => brief([few], { filter }).length > 0).join('')).toBe(found)
})

test('without the list of templates cases are found all the same', () => {
  expect(toListRows([known('a'), known('b')], null, { ...asListed, filter: 'title of b' }).shown).toBe(1)
})

test('a case whose details are not there is found by its id', () => {
  expect(brief([loading('abc'), loading('xyz')], { filter: 'ABC' })).toEqual(['abc'])
})

test('a filter tells how many it found', () => {
  const cases = [known('a', { title: 'Late' }), known('b', { title: 'Late' }), known('c', { title: 'Early' })]
  expect(toListRows(cases, templates, { ...asListed, filter: 'late' }).shown).toBe(2)
  expect(toListRows(cases, templates, asListed).shown).toBe(3)
})

const at = (updatedAt: string | null) => ({ updatedAt })
const status = (value: string, label: string | null = null) => ({ status: { value, label } })

test.each([
  [
    'updated',
    [at('2026-11-01T09:00:00Z'), at(null), at('2026-11-03T09:00:00Z'), at('2026-11-02T23:00:00-05:00')],
    'cdab',
  ],
  ['status', [status('closed', 'Closed'), { status: null }, status('wait', 'Äpfel'), status('open', 'Zu tun')], 'dcab'],
  ['status', [status('open', 'Open'), status('b'), status('open', 'Open'), status('a')], 'acdb'],
  [
    'reference',
    [{ referenceNumber: '100' }, { referenceNumber: null }, { referenceNumber: '99' }, { referenceNumber: '9' }],
    'dcab',
  ],
] as const)('in the order "%s", cases without a value come last', (order, cases, expected) => {
  const rows = cases.map((more, index) => known('abcd'.charAt(index), more))
  expect(brief(rows, { order }).join('')).toBe(expected)
})

const inOrderOfReference = (references: readonly (string | null)[]) =>
  brief(
    references.map((referenceNumber) => known(String(referenceNumber), { referenceNumber })),
    { order: 'reference' },
  )

test.each([
  [
    ['A-100', 'A-99', 'A-9'],
    ['A-9', 'A-99', 'A-100'],
  ],
  [
    ['b', 'a', 'c'],
    ['a', 'b', 'c'],
  ],
  [
    ['7', 'A-1', '12', '3-B'],
    ['3-B', '7', '12', 'A-1'],
  ],
  [
    ['A-1', '3-B', '12', '7'],
    ['3-B', '7', '12', 'A-1'],
  ],
  [
    [null, 'Z-1'],
    ['Z-1', 'null'],
  ],
])('references with letters in them stand as people count: %j', (references, expected) => {
  expect(inOrderOfReference(references)).toEqual(expected)
})

test('a case without a value stands before those whose details are on their way', () => {
  const cases = [loading('a'), known('b', { referenceNumber: null }), known('c', { referenceNumber: '1' })]
  expect(brief(cases, { order: 'reference' })).toEqual(['c', 'b', 'a'])
})

test('a case whose details are on their way stays behind, where the list has it', () => {
  const failed = row('d', {
    status: 'failed',
    outcome: { outcome: 'failed', caseId: 'd', code: 'throttled', retryable: true },
    retrying: false,
  })
  const cases = [loading('a'), known('b', { referenceNumber: '2' }), failed, known('c', { referenceNumber: '1' })]
  expect(brief(cases, { order: 'reference' })).toEqual(['c', 'b', 'a', 'd'])
  expect(brief(cases, { order: 'listed' })).toEqual(['a', 'b', 'd', 'c'])
})

const three = [known('a'), known('b', { title: 'Late' }, 'legacy'), known('c'), known('d', {}, 'gone')]

test('cases stand under their template, which says how many they are and how it stands', () => {
  expect(brief(three, { grouped: true })).toEqual([
    'Rückerstattung active 2',
    'a',
    'c',
    'Legacy inactive 1',
    'b',
    'Gone deleted 1',
    'd',
  ])
})

test('a folded template says how many cases it hides, and they still count', () => {
  const options = { ...asListed, grouped: true, collapsed: new Set(['refund', 'no such template']) }
  expect(brief(three, options).slice(0, 3)).toEqual(['Rückerstattung active 2 +', 'Legacy inactive 1', 'b'])
  expect(toListRows(three, templates, options).shown).toBe(4)
})

test('a filter unfolds: a match must be seen', () => {
  expect(brief(three, { grouped: true, collapsed: new Set(['legacy']), filter: 'late' })).toEqual([
    'Legacy inactive 1',
    'b',
  ])
})

test('a filter of blanks is none, and unfolds nothing', () => {
  expect(brief(three, { grouped: true, collapsed: new Set(['refund', 'gone']), filter: '  ' })).toEqual([
    'Rückerstattung active 2 +',
    'Legacy inactive 1',
    'b',
    'Gone deleted 1 +',
  ])
})

test('a flat list folds nothing away', () => {
  expect(brief(three, { collapsed: new Set(['refund']) })).toEqual(['a', 'b', 'c', 'd'])
})

test('an order and a filter change neither the cases nor their rows', () => {
  const cases = Object.freeze([known('a', { referenceNumber: '2' }), known('b', { referenceNumber: '1' })])
  const { rows } = toListRows(cases, templates, { ...asListed, order: 'reference', filter: 'title' })
  expect(rows).toEqual([cases[1], cases[0]])
  expect(rows[0]).toBe(cases[1])
})
