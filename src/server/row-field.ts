import type { RowField } from '../contract/answers.ts'
import type { FieldLabels } from './field-labels.ts'
import type { FieldValue } from './field-value.ts'

/** A field as the panel shows it. What kind it is, the value decides; what kind of text, the domain's field. */
export function toRowField(fieldId: string, value: FieldValue, labels: FieldLabels): RowField {
  const field = labels.fields?.get(fieldId)
  const type = field?.type ?? 'Text'
  const named = { fieldId, name: field?.name ?? fieldId }
  if (value === null) return { ...named, type, value }
  switch (typeof value) {
    case 'number':
      return { ...named, type: 'Number', value }
    case 'boolean':
      return { ...named, type: 'Boolean', value }
    case 'object':
      return { ...named, type: 'User', value: { value: value.userArn, label: null } }
    case 'string':
      return { ...named, ...toTextField(type, value, labels.options.get(fieldId)) }
  }
}

function toTextField(type: RowField['type'], text: string, labels: ReadonlyMap<string, string> | undefined) {
  switch (type) {
    case 'SingleSelect':
      return { type, value: { value: text, label: labels?.get(text) ?? null } }
    case 'DateTime':
      return { type, value: toUtc(text) }
    case 'Url':
      return { type, value: text }
    default:
      return { type: 'Text' as const, value: text }
  }
}

const isoDate = /^\d{4}-\d\d-\d\d(T[\d:.]+(?<zone>Z|[+-]\d\d:?\d\d)?)?$/

/**
 * A time as ISO 8601 in UTC, or null where the text is none. The service has no type for times and sends texts;
 * one without a zone is taken to be in UTC.
 */
export function toUtc(text: string): string | null {
  const parts = isoDate.exec(text)
  if (parts === null) return null
  const hasZone = parts[1] === undefined || parts.groups?.['zone'] !== undefined // a date alone is UTC already
  const time = new Date(hasZone ? text : `${text}Z`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
