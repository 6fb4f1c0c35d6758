import { useEffect, useState } from 'react'
import { loadWords } from '../locales/load-words.ts'
import type { Words } from '../locales/words.ts'

/**
 * The words of a language that is loaded when it is asked for. null: not there yet; when the language changes, the
 * old words stay until the new ones are there.
 */
export function useLoadedWords(locale: string | undefined): Words | null {
  const [words, setWords] = useState<Words | null>(null)
  useEffect(() => {
    if (locale === undefined) return
    let wanted = true
    void loadWords(locale, console.error).then((loaded) => {
      if (wanted) setWords(loaded)
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return words
}
