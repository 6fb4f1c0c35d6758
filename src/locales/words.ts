import type { Messages } from './messages.ts'
import { once } from './once.ts'
import { fill, type PluralMessage, pluralForm } from './plural.ts'
import { createAgo, createDuration } from './relative-time.ts'

/** A language in use: its messages, and how it writes numbers and times (milliseconds since 1970). */
export interface Words {
  /** The BCP 47 tag, for `lang` and `Intl`. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly messages: Messages
  /** The form of the message that fits the count, with `{count}` in it. */
  plural(message: PluralMessage, count: number): string
  number(value: number): string
  /** Things in a row, as a sentence joins them. */
  list(things: readonly string[]): string
  /** How long ago, as people say it. A clock that runs behind never tells of the future. */
  ago(then: number, now: number): string
  /** How long, compactly: "3 min". */
  duration(ms: number): string
  /** Day and time, exactly. */
  dateTime(at: number): string
  /** The time of day. */
  time(at: number): string
}

export interface WordsOptions {
  readonly direction?: Words['direction']
  /** Whose clock times are told by; without it, the browser's. */
  readonly timeZone?: string
}

/** A language's table put to use. */
export function createWords(locale: string, messages: Messages, options: WordsOptions = {}): Words {
  const { direction = 'ltr', ...zone } = options
  const rules = once(() => new Intl.PluralRules(locale))
  const numbers = once(() => new Intl.NumberFormat(locale))
  const dateTimes = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }))
  const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone }))
  const lists = once(() => new Intl.ListFormat(locale))
  const ago = createAgo(locale)
  const duration = createDuration(locale)
  const number = (value: number) => numbers().format(value)
  return {
    locale,
    direction,
    messages,
    plural: (message, count) => fill(pluralForm(message, rules(), count), { count: number(count) }),
    number,
    list: (things) => lists().format(things),
    ago: (then, now) => ifTime(now - then, ago),
    duration: (ms) => ifTime(ms, duration),
    dateTime: (at) => (isTime(at) ? dateTimes().format(at) : unknown),
    time: (at) => (isTime(at) ? times().format(at) : unknown),
  }
}

/** Stands where a time would, if what came is none: `Intl` throws at a date that is not valid. */
const unknown = '–'

/** Whether a `Date` can hold it: it ends in the year 275760. */
function isTime(ms: number): boolean {
  return !Number.isNaN(new Date(ms).getTime())
}

function ifTime(ms: number, say: (ms: number) => string): string {
  return isTime(ms) ? say(Math.max(0, ms)) : unknown
}
