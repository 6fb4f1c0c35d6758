import { useEffect, useRef, useState } from 'react'
import type { More } from '../../cases/cases-view.ts'
import { fill } from '../../locales/plural.ts'
import type { Words } from '../../locales/words.ts'
import { useShortcut } from '../shortcuts/use-shortcuts.ts'
import { useWords } from '../words-context.tsx'
import { isFocusLost } from './lost-focus.ts'
import { MoreProblem } from './more-problem.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useAutoLoadMore } from './use-auto-load-more.ts'

interface LoadMoreProps {
  /** How many cases are loaded. */
  readonly count: number
  /** How many rows the list has. */
  readonly shown: number
  readonly more: More
  readonly auto: boolean
  readonly onReadOn: () => void
}

/** Reads on at a press, at a key or by itself; keeps the keyboard's place, and says what came. */
export function LoadMore({ count, shown, more, auto, onReadOn }: LoadMoreProps) {
  const words = useWords()
  const [asked, setAsked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  const ended = more.status === 'none' && asked
  const expectArrivals = useArrivals(count, more.status === 'loading')

  useEffect(() => {
    // The button is gone: its focus fell to the body, where the next Tab would start the page from its top.
    if (ended && end.current && isFocusLost(end.current)) end.current.focus()
  }, [ended])

  function ask() {
    // Not `disabled` while it loads: that would drop the focus.
    if (more.status === 'loading') return
    setAsked(true)
    expectArrivals()
    onReadOn()
  }
  useShortcut('loadMore', more.status === 'none' ? null : ask)
  useAutoLoadMore({ end: place, offered: auto && more.status === 'offered', shown, onReach: ask })

  return (
    <div className="contact-cases-more" ref={place}>
      {more.status === 'failed' && <MoreProblem failed={more} onRetry={ask} />}
      {more.status !== 'none' && (
        <button
          type="button"
          className="contact-cases-button"
          aria-disabled={more.status === 'loading'}
          aria-keyshortcuts="M"
          onClick={ask}
        >
          {labelOf(more, words)}
        </button>
      )}
      {ended && (
        <p className="contact-cases-more-end" ref={end} tabIndex={-1}>
          {words.messages.list.end}
        </p>
      )}
    </div>
  )
}

function labelOf(more: Exclude<More, { status: 'none' }>, { messages, number }: Words): string {
  if (more.status === 'failed') return messages.retry
  return more.status === 'loading' ? messages.more.loading : fill(messages.more.load, { count: number(10) })
}
