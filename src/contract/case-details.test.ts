import { expect, test } from 'vitest'
import { caseDetailsRequest, caseDetailsResponse } from './case-details.ts'

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

test('a row has fields of seven types', () => {
  const fields = [
    { fieldId: 'a', name: 'A', type: 'Text', value: 'x' },
    { fieldId: 'b', name: 'B', type: 'Url', value: 'https://crm.example' },
    { fieldId: 'c', name: 'C', type: 'Number', value: 7 },
    { fieldId: 'd', name: 'D', type: 'Boolean', value: false },
    { fieldId: 'e', name: 'E', type: 'DateTime', value: '2026-11-24T10:00:00Z' },
    { fieldId: 'f', name: 'F', type: 'SingleSelect', value: { value: 'high', label: 'High' } },
    { fieldId: 'g', name: 'G', type: 'User', value: { value: 'u-1', label: null } },
  ]
  const answer = { results: [{ ...found, status: { value: 'open', label: 'Open' }, fields }] }
  expect(caseDetailsResponse.parse(answer)).toEqual(answer)
})

test.each([
  [null, 'must be a JSON object of detailsToken and caseIds'],
  [{}, 'must be the detailsToken of a page of the list'],
  [{ detailsToken: '' }, 'must be the detailsToken of a page of the list'],
  [{ detailsToken: 't', caseIds: [] }, 'must be 1 to 10 case ids of that page'],
  [{ detailsToken: 't', caseIds: 'a' }, 'must be 1 to 10 case ids of that page'],
])('the body %j is refused in a sentence that says what to send', (body, complaint) => {
  expect(caseDetailsRequest.safeParse(body).error?.issues.map(({ message }) => message)).toEqual([complaint])
})
