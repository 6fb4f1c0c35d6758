import { useEffect, useRef, useState } from 'react'
import type { More } from '../cases/cases-view.ts'
import { fill } from '../locales/plural.ts'
import type { Words } from '../locales/words.ts'
import { useWords } from './words-context.tsx'

interface LoadMoreProps {
  readonly count: number
  readonly more: More
  readonly onReadOn: () => void
}

/** Reads on at a press, keeps the keyboard's place, and says what came. */
export function LoadMore({ count, more, onReadOn }: LoadMoreProps) {
  const words = useWords()
  const { messages } = words
  const [countAtPress, setCountAtPress] = useState<number | null>(null)
  const end = useRef<HTMLParagraphElement>(null)
  const ended = more.status === 'none' && countAtPress !== null

  useEffect(() => {
    // The button is gone: its focus fell to the body, where the next Tab would start the page from its top.
    if (ended && document.activeElement === document.body) end.current?.focus()
  }, [ended])

  function press() {
    // Not `disabled` while it loads: that would drop the focus.
    if (more.status === 'loading') return
    setCountAtPress(count)
    onReadOn()
  }

  return (
    <div className="contact-cases-more">
      {more.status === 'failed' && (
        <p className="contact-cases-more-problem" role="alert">
          {messages.more.failed} {messages.casesProblems[more.problem.code]}
        </p>
      )}
      {more.status !== 'none' && (
        <button
          type="button"
          className="contact-cases-button"
          aria-disabled={more.status === 'loading'}
          onClick={press}
        >
          {labelOf(more, words)}
        </button>
      )}
      {ended && (
        <p className="contact-cases-more-end" ref={end} tabIndex={-1}>
          {messages.list.end}
        </p>
      )}
      <p className="contact-cases-unseen" role="status">
        {countAtPress !== null && count > countAtPress && arrivalText(words, count - countAtPress, count)}
      </p>
    </div>
  )
}

function labelOf(more: Exclude<More, { status: 'none' }>, { messages, number }: Words): string {
  if (more.status === 'failed') return messages.retry
  return more.status === 'loading' ? messages.more.loading : fill(messages.more.load, { count: number(10) })
}

function arrivalText({ messages, plural, number }: Words, arrived: number, count: number): string {
  return fill(messages.count.inAll, {
    more: plural(messages.count.more, arrived),
    count: number(count),
  })
}
