import { useEffect, useRef } from 'react'
import { fill } from '../../locales/plural.ts'
import { useAnnounce } from '../announcer.tsx'
import { useWords } from '../words-context.tsx'

/** Says once how many cases came, after the returned function was called and the loading is over. */
export function useArrivals(count: number, loading: boolean): () => void {
  const { messages, plural, number } = useWords()
  const announce = useAnnounce()
  const countBefore = useRef<number | null>(null)

  useEffect(() => {
    const before = countBefore.current
    if (loading || before === null || count <= before) return
    countBefore.current = null
    const more = plural(messages.count.more, count - before)
    announce(fill(messages.count.inAll, { more, count: number(count) }))
  })

  return () => {
    countBefore.current = count
  }
}
