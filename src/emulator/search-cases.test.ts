import { expect, test } from 'vitest'
import { type CaseSearch, searchCases } from './search-cases.ts'
import type { SeedCase } from './seed-schema.ts'

const cases = [
  caseOf('a', { title: 'Broken lamp', status: 'open', amount: 3 }),
  caseOf('b', { title: 'Lamp lost', status: 'closed', amount: 1 }),
  caseOf('c', { title: 'Refund', status: 'open', amount: null, urgent: true }),
  caseOf('d', { title: 'Broken shade', status: 'open', amount: 2 }),
]

test('a term finds the cases that have each of its words, in any case and order', () => {
  expect(idsOf({ searchTerm: ' LAMP  broken ' })).toEqual(['a'])
  expect(idsOf({ searchTerm: 'lamp' })).toEqual(['a', 'b'])
  expect(idsOf({ searchTerm: 'true' })).toEqual([])
  expect(idsOf({ searchTerm: '' })).toEqual(['a', 'b', 'c', 'd'])
})

test('sorted either way, a case without a value comes last', () => {
  expect(idsOf({ sorts: [{ fieldId: 'amount', sortOrder: 'Asc' }] })).toEqual(['b', 'd', 'a', 'c'])
  expect(idsOf({ sorts: [{ fieldId: 'amount', sortOrder: 'Desc' }] })).toEqual(['a', 'd', 'b', 'c'])
})

test('the second sort decides where the first does not', () => {
  const sorts = [
    { fieldId: 'status', sortOrder: 'Asc' },
    { fieldId: 'title', sortOrder: 'Desc' },
  ] as const
  expect(idsOf({ sorts })).toEqual(['b', 'c', 'd', 'a'])
})

test('searching leaves the order of the store as it was', () => {
  idsOf({ sorts: [{ fieldId: 'amount', sortOrder: 'Asc' }] })
  expect(cases.map((one) => one.caseId)).toEqual(['a', 'b', 'c', 'd'])
})

function idsOf(search: CaseSearch): string[] {
  return searchCases(cases, search).map((one) => one.caseId)
}

function caseOf(caseId: string, fields: SeedCase['fields']): SeedCase {
  return { caseId, templateId: 't', fields }
}
