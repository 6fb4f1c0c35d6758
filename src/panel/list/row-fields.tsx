import type { ReactNode } from 'react'
import type { RowField } from '../../contract/answers.ts'
import type { Words } from '../../locales/words.ts'
import { useWords } from '../words-context.tsx'

/** The extra fields of a row, each by its type, on one line. */
export function RowFields({ fields }: { readonly fields: readonly RowField[] }) {
  const words = useWords()
  return fields.map((field, index) => (
    <span key={field.fieldId}>
      {index > 0 && ' · '}
      <span className="contact-cases-field-name">
        <bdi>{field.name}</bdi>:{' '}
      </span>
      <bdi>{valueNode(field, words)}</bdi>
    </span>
  ))
}

function valueNode(field: RowField, words: Words): ReactNode {
  const text = textOf(field, words)
  if (field.type === 'Url' && field.value !== null && isWebAddress(field.value)) {
    return (
      <a
        className="contact-cases-field-link"
        href={field.value}
        target="_blank"
        rel="noopener noreferrer"
        tabIndex={-1}
      >
        {text}
      </a>
    )
  }
  if (field.type === 'DateTime' && field.value !== null) return <time dateTime={field.value}>{text}</time>
  return text
}

function textOf(field: RowField, { messages, number, dateTime }: Words): string {
  if (field.value === null) return messages.fields.none
  switch (field.type) {
    case 'Number':
      return number(field.value)
    case 'Boolean':
      return field.value ? messages.fields.yes : messages.fields.no
    case 'DateTime': {
      const at = Date.parse(field.value)
      return Number.isNaN(at) ? field.value : dateTime(at)
    }
    case 'SingleSelect':
      return field.value.label ?? field.value.value
    case 'User':
      return field.value.label ?? field.value.value.slice(field.value.value.lastIndexOf('/') + 1).slice(0, 8)
    default:
      return field.value
  }
}

// Whoever may edit a case writes this text: `javascript:` and the like must never become a link.
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}
