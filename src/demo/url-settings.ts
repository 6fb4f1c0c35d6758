import * as z from 'zod/mini'
import { localeCodes } from '../locales/locale-code.ts'
import { pseudoLocales } from '../locales/match-locale.ts'

/** What each control offers; the first is what it starts with. */
export const choices = {
  theme: ['system', 'light', 'dark'],
  lang: [...localeCodes, ...pseudoLocales],
  density: ['comfortable', 'compact'],
  width: ['fluid', '320', '480', '900'],
  /** The panel's text size in pixels: 100, 125, 150 and 200 % of its own. */
  text: ['14', '17.5', '21', '28'],
  /** Milliseconds before each answer. */
  latency: ['0', '200', '1000', '5000'],
  fault: ['none', 'throttled', 'offline', 'denied', 'failed', 'garbled'],
} as const

export type ControlName = keyof typeof choices
export type ForcedFault = (typeof choices)['fault'][number]

const settings = z.object({
  /** The one state to show, at full height; null shows all. */
  state: z.catch(z.nullable(z.string()), null),
  theme: z.catch(z.enum(choices.theme), 'system'),
  lang: z.catch(z.enum(choices.lang), 'en'),
  density: z.catch(z.enum(choices.density), 'comfortable'),
  width: z.catch(z.enum(choices.width), 'fluid'),
  text: z.catch(z.enum(choices.text), '14'),
  latency: z.catch(z.enum(choices.latency), '0'),
  fault: z.catch(z.enum(choices.fault), 'none'),
})

/** How the page is looked at: all of it is in the page's address. */
export type DemoSettings = z.infer<typeof settings>

const defaults = settings.parse({})
const names = ['state', 'theme', 'lang', 'density', 'width', 'text', 'latency', 'fault'] as const

/** The settings in an address's query; what is missing or unknown is as it starts. */
export function parseSettings(search: string): DemoSettings {
  return settings.parse(Object.fromEntries(new URLSearchParams(search)))
}

/** The query of an address with these settings; what is as it starts is left out. */
export function toSearch(values: DemoSettings): string {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = values[name]
    if (value !== null && value !== defaults[name]) query.set(name, value)
  }
  return `?${query}`
}
