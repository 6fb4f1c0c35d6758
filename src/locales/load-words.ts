import { en } from './en.ts'
import { matchLocale } from './match-locale.ts'
import { type Tables, tables } from './tables.ts'
import { createWords, type Words } from './words.ts'

/**
 * The first of the preferred languages that there are texts for, e.g. `navigator.languages`; English where there is none.
 * Texts that do not arrive (offline, or a new deployment took them away) are told to `onFailure`, and English comes instead.
 */
export async function loadWords(
  preferred: string | readonly string[],
  onFailure: (error: unknown) => void = () => {},
  from: Tables = tables,
): Promise<Words> {
  const { table, tag } = matchLocale([preferred].flat())
  if (table === 'en') return createWords(tag, en)
  try {
    return createWords(tag, await from[table](), { direction: table === 'ar-XB' ? 'rtl' : 'ltr' })
  } catch (error) {
    onFailure(error)
    return createWords('en', en)
  }
}
