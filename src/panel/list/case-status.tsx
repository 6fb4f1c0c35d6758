import type { FoundCase } from '../../contract/answers.ts'
import type { Messages } from '../../locales/messages.ts'
import { useWords } from '../words-context.tsx'

/** A single-select value of the service: the one that statuses are. */
export type Status = NonNullable<FoundCase['status']>

// Told apart by shape too: colour alone says nothing to many people, and nothing in forced colours.
const shapes = {
  open: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 4.5a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  closed: 'M3.5 8.5 6.5 11.5 12.5 5',
  other: 'M8 2.5 13.5 8 8 13.5 2.5 8Z',
} as const

/** A case's status: its name, with a shape and a colour for the two that every domain has. */
export function CaseStatus({ value, label }: Status) {
  const { messages } = useWords()
  const shape = value === 'open' || value === 'closed' ? value : 'other'
  return (
    <span className={`contact-cases-status contact-cases-status-${shape}`}>
      <svg className="contact-cases-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[shape]} />
      </svg>
      <bdi className="contact-cases-cut">{label ?? nameOf(value, messages)}</bdi>
    </span>
  )
}

function nameOf(value: string, { statuses }: Messages): string {
  return value === 'open' || value === 'closed' ? statuses[value] : value
}
