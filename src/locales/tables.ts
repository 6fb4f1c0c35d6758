import type { LocaleMatch } from './match-locale.ts'
import type { Messages } from './messages.ts'

/** Where each language's texts come from; English is not among them, for it is there from the start. */
export type Tables = Readonly<Record<Exclude<LocaleMatch['table'], 'en'>, () => Promise<Messages>>>

/** One import a language, so that each is a file of its own that only its readers load. */
export const tables: Tables = {
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  'pt-BR': async () => (await import('./pt-br.ts')).ptBR,
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCN,
  'zh-TW': async () => (await import('./zh-tw.ts')).zhTW,
  'en-XA': async () => (await import('./pseudo-locales.ts')).enXA,
  'ar-XB': async () => (await import('./pseudo-locales.ts')).arXB,
}
