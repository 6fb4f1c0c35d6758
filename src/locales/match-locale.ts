import { type LocaleCode, localeCodes } from './locale-code.ts'
import { once } from './once.ts'

/** Not languages: English texts made long and accented, or made to run from right to left, to try a page with. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const

export type PseudoLocale = (typeof pseudoLocales)[number]

export interface LocaleMatch {
  /** Whose texts to show. */
  readonly table: LocaleCode | PseudoLocale
  /** The tag that was asked for, which may have a region of its own: en-GB reads our English, with British dates. */
  readonly tag: string
}

/** The first preferred language that there are texts for; English where there is none. Takes `en-US` and `en_US`. */
export function matchLocale(preferred: readonly string[]): LocaleMatch {
  for (const text of preferred) {
    const locale = parseTag(text)
    const table = locale && tableOf(locale)
    if (table) return { table, tag: locale.baseName }
  }
  return { table: 'en', tag: 'en' }
}

function tableOf(locale: Intl.Locale): LocaleMatch['table'] | undefined {
  // Most agents' language is named as we name it; to maximize all of ours takes some milliseconds of the page's start.
  const written = [...pseudoLocales, ...localeCodes].find((code) => code === locale.baseName)
  return written ?? codeByScript().get(languageAndScript(locale))
}

/** Chinese differs by script: `maximize` knows that Hong Kong and Macao write the traditional one, Singapore not. */
function languageAndScript(locale: Intl.Locale): string {
  const { language, script } = locale.maximize()
  return `${language}-${script}`
}

const codeByScript = once(() => new Map(localeCodes.map((code) => [languageAndScript(new Intl.Locale(code)), code])))

/** A BCP 47 tag, or POSIX's `de_AT.UTF-8`; null for what is neither. */
function parseTag(text: string): Intl.Locale | null {
  try {
    return new Intl.Locale(text.replace(/[.@].*$/, '').replaceAll('_', '-'))
  } catch {
    return null
  }
}
