import { Icon } from './icon.tsx'
import { useWords } from './words-context.tsx'

interface NoticeProps {
  /** An error is announced at once, the rest when there is a pause. */
  readonly tone: 'calm' | 'error'
  readonly title: string
  readonly text: string
  readonly onRetry?: () => void
}

/** One state in two sentences, with a way on where there is one. */
export function Notice({ tone, title, text, onRetry }: NoticeProps) {
  const { messages } = useWords()
  return (
    <div className={`contact-cases-notice contact-cases-notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p className="contact-cases-notice-title">
        {tone === 'error' && <Icon name="alert" />}
        {title}
      </p>
      <p className="contact-cases-notice-text">{text}</p>
      {onRetry && (
        <button type="button" className="contact-cases-button" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  )
}
