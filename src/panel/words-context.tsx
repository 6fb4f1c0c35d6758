import { createContext, use } from 'react'
import { en } from '../locales/en.ts'
import { createWords, type Words } from '../locales/words.ts'

/** The language of the panel; English where nobody says otherwise. */
export const WordsContext = createContext<Words>(createWords('en', en))

export function useWords(): Words {
  return use(WordsContext)
}
