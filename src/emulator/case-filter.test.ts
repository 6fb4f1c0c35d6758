import { expect, test } from 'vitest'
import { type CaseFilter, caseFilter, passes } from './case-filter.ts'
import { readShape } from './read-shape.ts'
import type { SeedCase } from './seed-schema.ts'

const one: SeedCase = {
  caseId: 'case-1',
  templateId: 'template-1',
  fields: {
    title: 'Lamp flickers',
    amount: 12.5,
    urgent: true,
    created_datetime: '2025-06-10T05:18:00Z',
    assigned_user: { userArn: 'arn:aws:connect:agent/1' },
    summary: null,
  },
}

test.each([
  ['equalTo', 'title', { stringValue: 'Lamp flickers' }, true],
  ['equalTo', 'title', { stringValue: 'lamp flickers' }, false],
  ['equalTo', 'case_id', { stringValue: 'case-1' }, true],
  ['equalTo', 'amount', { doubleValue: 12.5 }, true],
  ['equalTo', 'amount', { stringValue: '12.5' }, false],
  ['equalTo', 'urgent', { booleanValue: true }, true],
  ['equalTo', 'urgent', { booleanValue: false }, false],
  ['equalTo', 'assigned_user', { userArnValue: 'arn:aws:connect:agent/1' }, true],
  ['equalTo', 'assigned_user', { stringValue: 'arn:aws:connect:agent/1' }, false],
  ['equalTo', 'summary', { emptyValue: {} }, true],
  ['equalTo', 'no_such_field', { emptyValue: {} }, true],
  ['equalTo', 'title', { emptyValue: {} }, false],
  ['equalTo', 'toString', { stringValue: 'x' }, false],
  ['contains', 'title', { stringValue: 'FLICK' }, true],
  ['contains', 'title', { stringValue: 'hums' }, false],
  ['contains', 'amount', { doubleValue: 12.5 }, false],
  ['greaterThan', 'amount', { doubleValue: 12 }, true],
  ['greaterThan', 'amount', { doubleValue: 12.5 }, false],
  ['greaterThanOrEqualTo', 'amount', { doubleValue: 12.5 }, true],
  ['lessThan', 'amount', { doubleValue: 12.5 }, false],
  ['lessThan', 'amount', { doubleValue: 13 }, true],
  ['lessThanOrEqualTo', 'amount', { doubleValue: 12.5 }, true],
  ['lessThan', 'no_such_field', { doubleValue: 13 }, false],
  ['greaterThan', 'created_datetime', { stringValue: '2025-06-10T05:17:59.999Z' }, true],
  ['equalTo', 'created_datetime', { stringValue: '2025-06-10T05:18:00.000Z' }, true],
  ['lessThan', 'created_datetime', { stringValue: '2025-06-10T07:19:00+02:00' }, true],
])('%s of %s and %j is %s', (operator, id, value, expected) => {
  expect(passes(one, filterOf({ field: { [operator]: { id, value } } }))).toBe(expected)
})

const yes = { field: { equalTo: { id: 'urgent', value: { booleanValue: true } } } }
const no = { not: yes }

test.each([
  [{ andAll: [yes, yes] }, true],
  [{ andAll: [yes, no] }, false],
  [{ andAll: [] }, true],
  [{ orAll: [no, yes] }, true],
  [{ orAll: [no, no] }, false],
  [{ orAll: [] }, false],
  [{ not: { orAll: [no, { andAll: [yes, no] }] } }, true],
  [{ tag: { equalTo: { key: 'k', value: 'v' } } }, false],
])('%j is %s', (filter, expected) => {
  expect(passes(one, filterOf(filter))).toBe(expected)
})

function filterOf(json: unknown): CaseFilter {
  const reading = readShape(caseFilter, json)
  if (!reading.ok) throw new Error(reading.findings.map((finding) => finding.text).join())
  return reading.value
}
