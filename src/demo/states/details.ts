import type { RowField } from '../../contract/answers.ts'
import { caseOf, casesOf, day } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { StateGroup } from '../demo-state.ts'

export function detailsStates(now: number): StateGroup {
  const desk = deskWith(chatOf(now))
  return {
    name: 'Details',
    states: [
      {
        id: 'fields',
        name: 'Extra fields',
        description: 'Fields that the administrator chose, each written by its type; the last case has no values.',
        desk,
        backend: {
          cases: () => [
            caseOf(now, 0, { fields: fieldsOf(now) }),
            caseOf(now, 1, { fields: fieldsOf(now).map(withoutValue) }),
          ],
        },
        shows: () => 'Order number',
      },
      {
        id: 'details-failed',
        name: 'Details of one case failed',
        description: 'Only this row says so, and only this row is tried again.',
        desk,
        backend: { cases: () => [caseOf(now, 0), caseOf(now, 1, { detailsFail: 'upstream_failed' }), caseOf(now, 2)] },
        shows: ({ messages }) => messages.list.detailsFailed,
      },
      {
        id: 'case-gone',
        name: 'A case that no longer exists',
        description: 'The link is still there, the case is not; there is nothing to try again.',
        desk,
        backend: { cases: () => [caseOf(now, 0), caseOf(now, 1, { detailsFail: 'case_not_found' })] },
        shows: ({ messages }) => messages.list.caseGone,
      },
      {
        id: 'all-details-failed',
        name: 'All details failed',
        description: 'The list was read and the details were not: the rows still open their cases.',
        desk,
        backend: {
          cases: () => casesOf(now, 3),
          fault: ({ route }) => (route === 'details' ? 'upstream_denied' : null),
        },
        shows: ({ messages }) => messages.list.detailsFailed,
      },
    ],
  }
}

/** One field of every type the service has. */
function fieldsOf(now: number): RowField[] {
  return [
    { fieldId: 'order', name: 'Order number', type: 'Text', value: 'B-2026-00471' },
    { fieldId: 'amount', name: 'Amount at stake', type: 'Number', value: 1249.5 },
    { fieldId: 'insured', name: 'Insured', type: 'Boolean', value: true },
    { fieldId: 'due', name: 'Answer due', type: 'DateTime', value: new Date(now + 2 * day).toISOString() },
    { fieldId: 'reason', name: 'Reason', type: 'SingleSelect', value: { value: 'dup', label: 'Charged twice' } },
    { fieldId: 'tracking', name: 'Tracking', type: 'Url', value: 'https://example.com/parcels/00340434161094042557' },
    { fieldId: 'owner', name: 'Assigned to', type: 'User', value: { value: '6c2f9e10-7a', label: 'Ana Agent' } },
  ]
}

function withoutValue(field: RowField): RowField {
  return { ...field, value: null }
}
