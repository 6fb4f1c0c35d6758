import { expect, test } from 'vitest'
import type { RowField } from '../contract/answers.ts'
import type { FieldLabels } from './field-labels.ts'
import type { FieldValue } from './field-value.ts'
import { toRowField, toUtc } from './row-field.ts'

/** The labels of a domain that has one field, of this type. */
function labelsOf(type: RowField['type'] | null): FieldLabels {
  return {
    fields: new Map([['f', { fieldId: 'f', name: 'Carrier', type }]]),
    options: new Map([['f', new Map([['blue-van', 'Blue Van']])]]),
  }
}

const nobody = { fields: new Map(), options: new Map() }

test.each<[RowField['type'] | null, FieldValue, object]>([
  ['Text', 'two lamps', { type: 'Text', value: 'two lamps' }],
  ['Url', 'https://example.com', { type: 'Url', value: 'https://example.com' }],
  ['Number', 0, { type: 'Number', value: 0 }],
  ['Boolean', false, { type: 'Boolean', value: false }],
  ['DateTime', '2025-06-01T14:00:00+02:00', { type: 'DateTime', value: '2025-06-01T12:00:00.000Z' }],
  ['DateTime', 'tomorrow', { type: 'DateTime', value: null }],
  ['SingleSelect', 'blue-van', { type: 'SingleSelect', value: { value: 'blue-van', label: 'Blue Van' } }],
  ['SingleSelect', 'red-van', { type: 'SingleSelect', value: { value: 'red-van', label: null } }],
  ['User', { userArn: 'arn:u' }, { type: 'User', value: { value: 'arn:u', label: null } }],
  ['Number', null, { type: 'Number', value: null }],
  [null, null, { type: 'Text', value: null }],
  [null, 'of a new kind', { type: 'Text', value: 'of a new kind' }],
])('a field of type %s that holds %j', (type, value, expected) => {
  expect(toRowField('f', value, labelsOf(type))).toEqual({ fieldId: 'f', name: 'Carrier', ...expected })
})

test.each<[FieldValue, string]>([
  ['text', 'Text'],
  [1, 'Number'],
  [true, 'Boolean'],
  [{ userArn: 'arn:u' }, 'User'],
  [null, 'Text'],
])('a field that nobody knows has its id for a name, and the type of its value: %j', (value, type) => {
  expect(toRowField('f', value, nobody)).toMatchObject({ fieldId: 'f', name: 'f', type })
})

test('a value that is not of the type of its field is shown as what it is', () => {
  expect(toRowField('f', 'twelve', labelsOf('Number'))).toMatchObject({ type: 'Text', value: 'twelve' })
  expect(toRowField('f', 12, labelsOf('SingleSelect'))).toMatchObject({ type: 'Number', value: 12 })
})

test.each([
  ['2025-06-10T05:18:00Z', '2025-06-10T05:18:00.000Z'],
  ['2025-06-10T05:18:00.123456Z', '2025-06-10T05:18:00.123Z'],
  ['2025-06-10T05:18:00-0700', '2025-06-10T12:18:00.000Z'],
  ['2025-06-10T05:18', '2025-06-10T05:18:00.000Z'],
  ['2025-06-10', '2025-06-10T00:00:00.000Z'],
  ['2025-13-10T05:18:00Z', null],
  ['2025-06-10T', null],
  ['10 June 2025', null],
  ['case 5', null],
  ['1749532680', null],
])('the time %s in UTC is %s', (text, expected) => {
  expect(toUtc(text)).toBe(expected)
})
