import { en } from '../locales/en.ts'

interface NoticeProps {
  /** An error is announced at once, the rest when there is a pause. */
  readonly tone: 'calm' | 'error'
  readonly title: string
  readonly text: string
  readonly onRetry?: () => void
}

/** One state in two sentences, with a way on where there is one. */
export function Notice({ tone, title, text, onRetry }: NoticeProps) {
  return (
    <div className={`contact-cases-notice contact-cases-notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p className="contact-cases-notice-title">
        {tone === 'error' && <AlertIcon />}
        {title}
      </p>
      <p className="contact-cases-notice-text">{text}</p>
      {onRetry && (
        <button type="button" className="contact-cases-button" onClick={onRetry}>
          {en.retry}
        </button>
      )}
    </div>
  )
}

function AlertIcon() {
  return (
    <svg className="contact-cases-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5 15 14H1L8 1.5Zm0 5v3.5m0 1.8v.2" />
    </svg>
  )
}
