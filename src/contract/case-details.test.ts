import { expect, test } from 'vitest'
import { caseDetailsResponse } from './case-details.ts'

const found = {
  outcome: 'found',
  caseId: 'a',
  title: null,
  status: null,
  referenceNumber: null,
  createdAt: null,
  updatedAt: null,
}
const order = { fieldId: 'order', name: 'Order', type: 'Text', value: '17' }

test('what only a newer server knows costs an older panel that field, not the page', () => {
  const newer = { fieldId: 'map', name: 'Map', type: 'Location', value: { latitude: 1 } }
  const answer = { results: [{ ...found, fields: [newer, order] }] }
  expect(caseDetailsResponse.parse(answer).results).toEqual([{ ...found, fields: [order] }])
})

test('a reason that only a newer server knows is a failure all the same', () => {
  const answer = { results: [{ outcome: 'failed', caseId: 'a', code: 'on_fire', retryable: true }] }
  expect(caseDetailsResponse.parse(answer).results).toMatchObject([{ outcome: 'failed', code: 'internal' }])
})

test.each([
  ['a case without an id', { ...found, caseId: '', fields: [] }],
  ['a case without fields', found],
  ['an outcome that is none', { outcome: 'lost', caseId: 'a' }],
])('%s is no answer', (_, result) => {
  expect(caseDetailsResponse.safeParse({ results: [result] }).success).toBe(false)
})
