import { useEffect, useRef } from 'react'
import { fill } from '../locales/plural.ts'
import { useNow } from './use-now.ts'
import { useWords } from './words-context.tsx'

interface WaitProps {
  /** When the next try is due, in milliseconds since 1970. */
  readonly until: number
  /** Called once for each `until`, when it is reached; while nobody sees the page, not before it is seen again. */
  readonly onElapsed: () => void
}

/** Counts down to the next try. A timer is not a live region: its ticks are not announced. */
export function Wait({ until, onElapsed }: WaitProps) {
  const { messages, duration } = useWords()
  const leftMs = Math.max(0, until - useNow(250))
  const elapsed = leftMs === 0
  const doneWith = useRef<number | null>(null)

  useEffect(() => {
    if (!elapsed || doneWith.current === until) return
    doneWith.current = until
    onElapsed()
  }, [elapsed, until, onElapsed])

  return (
    <p className="contact-cases-wait" role="timer">
      {fill(messages.wait, { seconds: duration(Math.ceil(leftMs / 1000) * 1000) })}
    </p>
  )
}
