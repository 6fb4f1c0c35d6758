import { fill } from '../../locales/plural.ts'
import { useWords } from '../words-context.tsx'
import { useListNow } from './now-context.tsx'

interface CaseUpdatedProps {
  readonly kind: 'updated' | 'created'
  /** ISO 8601. */
  readonly iso: string
}

/** How long ago a case changed; while its row has the focus, and in a tooltip, exactly when. */
export function CaseUpdated({ kind, iso }: CaseUpdatedProps) {
  const { messages, ago, dateTime } = useWords()
  const now = useListNow()
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return null
  const say = (when: string) => fill(messages.list[kind], { when })
  return (
    <time className="contact-cases-updated" dateTime={iso} data-tooltip={say(dateTime(at))}>
      <span className="contact-cases-unseen">{say(ago(at, now))}</span>
      <span className="contact-cases-updated-ago" aria-hidden="true">
        {ago(at, now)}
      </span>
      <span className="contact-cases-updated-exact">{dateTime(at)}</span>
    </time>
  )
}
