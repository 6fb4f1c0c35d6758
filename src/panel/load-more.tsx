import { useEffect, useRef, useState } from 'react'
import type { More } from '../cases/cases-view.ts'
import { en } from '../locales/en.ts'
import { fill, plural } from '../locales/plural.ts'

interface LoadMoreProps {
  readonly count: number
  readonly more: More
  readonly onReadOn: () => void
}

/** Reads on at a press, keeps the keyboard's place, and says what came. */
export function LoadMore({ count, more, onReadOn }: LoadMoreProps) {
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
          {en.restFailed} {en.casesProblems[more.problem.code]}
        </p>
      )}
      {more.status !== 'none' && (
        <button
          type="button"
          className="contact-cases-button"
          aria-disabled={more.status === 'loading'}
          onClick={press}
        >
          {labels[more.status]}
        </button>
      )}
      {ended && (
        <p className="contact-cases-more-end" ref={end} tabIndex={-1}>
          {en.endOfList}
        </p>
      )}
      <p className="contact-cases-unseen" role="status">
        {countAtPress !== null && count > countAtPress && arrivalText(count - countAtPress, count)}
      </p>
    </div>
  )
}

const labels = { offered: en.loadMore, loading: en.loadingMore, failed: en.retry }

function arrivalText(arrived: number, count: number): string {
  return fill(en.inAll, {
    more: plural(en.locale, en.moreCases, arrived),
    count: new Intl.NumberFormat(en.locale).format(count),
  })
}
