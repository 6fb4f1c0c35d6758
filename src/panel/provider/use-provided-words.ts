import { use, useMemo } from 'react'
import { adaptWords } from '../../locales/adapt-words.ts'
import type { Words } from '../../locales/words.ts'
import { useLoadedWords } from '../use-loaded-words.ts'
import { WordsContext } from '../words-context.tsx'
import type { ContactCasesSetup } from './contact-cases-provider.tsx'

type Language = Pick<ContactCasesSetup, 'words' | 'locale' | 'strings' | 'formats'>

/** The language that was asked for, with the desktop's own words and formats in it; null: not there yet. */
export function useProvidedWords({ words, locale, strings, formats }: Language): Words | null {
  const english = use(WordsContext)
  const loaded = useLoadedWords(words === undefined ? locale : undefined)
  const given = words ?? (locale === undefined ? english : loaded)
  return useMemo(() => given && adaptWords(given, strings, formats), [given, strings, formats])
}
