import { en } from './en.ts'
import { type LocaleMatch, matchLocale } from './match-locale.ts'
import type { Messages } from './messages.ts'
import { createWords, type Words } from './words.ts'

/** Where each language's texts come from; English is there from the start. */
export type Tables = Partial<Record<Exclude<LocaleMatch['table'], 'en'>, () => Promise<Messages>>>

const lazyTables: Tables = {
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  'pt-BR': async () => (await import('./pt-br.ts')).ptBR,
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCN,
  'zh-TW': async () => (await import('./zh-tw.ts')).zhTW,
}

/**
 * The first of the preferred languages that there are texts for, e.g. `navigator.languages`; English where there is none.
 * Texts that do not arrive (offline, or a new deployment took them away) are told to `onFailure`, and English comes instead.
 */
export async function loadWords(
  preferred: string | readonly string[],
  onFailure: (error: unknown) => void = () => {},
  tables: Tables = lazyTables,
): Promise<Words> {
  const { table, tag } = matchLocale([preferred].flat())
  if (table === 'en') return createWords(tag, en)
  try {
    return createWords(tag, (await tables[table]?.()) ?? en)
  } catch (error) {
    onFailure(error)
    return createWords('en', en)
  }
}
