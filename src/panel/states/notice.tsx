import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'

interface NoticeProps {
  /** An error is announced at once, the rest when there is a pause. */
  readonly tone: 'calm' | 'error'
  readonly title: string
  readonly text: string
  /** The way on, where there is one. It is no part of what is announced. */
  readonly children?: ReactNode
}

/** One state in two sentences. */
export function Notice({ tone, title, text, children }: NoticeProps) {
  return (
    <div className={`contact-cases-notice contact-cases-notice-${tone}`}>
      <div role={tone === 'error' ? 'alert' : 'status'}>
        <p className="contact-cases-notice-title">
          {tone === 'error' && <Icon name="alert" />}
          {title}
        </p>
        <p className="contact-cases-notice-text">{text}</p>
      </div>
      {children}
    </div>
  )
}
