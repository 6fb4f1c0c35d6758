import type { Field, FieldType } from './entities.ts'

/**
 * The fields every domain has, by the ids of the Amazon Connect Administrator Guide ("Create case fields"). Their names
 * and types are choices where it does not give them; each type fits the values of its field.
 */
export const systemFields: readonly Field[] = [
  systemField('assigned_queue', 'Assigned queue', 'Text'),
  systemField('assigned_user', 'Assigned user', 'User'),
  systemField('case_id', 'Case ID', 'Text'),
  systemField('case_reason', 'Case reason', 'SingleSelect'),
  systemField('created_datetime', 'Date/time opened', 'DateTime'),
  systemField('customer_id', 'Customer name', 'Text'),
  systemField('last_closed_datetime', 'Date/time closed', 'DateTime'),
  systemField('last_updated_datetime', 'Date/time updated', 'DateTime'),
  systemField('last_updated_user', 'Last updated user', 'User'),
  systemField('reference_number', 'Reference number', 'Text'),
  {
    ...systemField('status', 'Status', 'SingleSelect'),
    options: [
      { name: 'Open', value: 'open', active: true },
      { name: 'Closed', value: 'closed', active: true },
    ],
  },
  { ...systemField('summary', 'Summary', 'Text'), isMultiline: true },
  systemField('title', 'Title', 'Text'),
]

function systemField(fieldId: string, name: string, type: FieldType): Field {
  return { fieldId, name, type, namespace: 'System', options: [] }
}
