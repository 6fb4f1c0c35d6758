import { useEffect } from 'react'
import type { Words } from '../../locales/words.ts'
import type { PreferenceStore } from '../preferences.ts'

// After the first paint, and long before Streams has found its softphone.
const afterMs = 100

/**
 * Does early, once nothing else is to be done, what the first contact would wait for: the browser's storage is slow at
 * the first look into it, and so is an `Intl` object at its first use.
 */
export function useWarmUp(words: Words | null, preferences: PreferenceStore): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      preferences.get()
      if (words === null) return
      words.plural(words.messages.count.all, 1)
      words.duration(0)
      words.ago(0, 0)
      words.dateTime(0)
    }, afterMs)
    return () => clearTimeout(timer)
  }, [words, preferences])
}
