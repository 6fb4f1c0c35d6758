import { type LocaleCode, localeCodes } from './locale-code.ts'

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
  const written = [...pseudoLocales, ...localeCodes].find((code) => code === locale.baseName)
  if (written !== undefined) return written
  const ofLanguage = localeCodes.filter((code) => languageOf(code) === locale.language)
  const [only] = ofLanguage
  // `maximize` takes milliseconds of the page's start, and browsers prefer `en-US` and `de-DE`.
  if (ofLanguage.length === 1 && locale.script === undefined) return only
  return ofLanguage.find((code) => scriptOf(new Intl.Locale(code)) === scriptOf(locale))
}

function languageOf(code: LocaleCode): string | undefined {
  return code.split('-')[0]
}

/** Chinese differs by script: `maximize` knows that Hong Kong and Macao write the traditional one, Singapore not. */
function scriptOf(locale: Intl.Locale): string | undefined {
  return locale.maximize().script
}

/** A BCP 47 tag, or POSIX's `de_AT.UTF-8`; null for what is neither. */
function parseTag(text: string): Intl.Locale | null {
  try {
    return new Intl.Locale(text.replace(/[.@].*$/, '').replaceAll('_', '-'))
  } catch {
    return null
  }
}
