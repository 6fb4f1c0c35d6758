import type { Messages } from './messages.ts'
import { type PluralMessage, plural } from './plural.ts'

/** A language in use: its messages, and how it writes numbers and times. */
export interface Words {
  /** The BCP 47 tag, for `lang` and `Intl`. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly messages: Messages
  /** The form of the message that fits the count, with `{count}` in it. */
  plural(message: PluralMessage, count: number): string
  number(value: number): string
  /** How long ago, as people say it; times are milliseconds since 1970. A clock that runs behind never tells of the future. */
  ago(then: number, now: number): string
  /** How long, compactly: "3 min". */
  duration(ms: number): string
  /** Day and time, exactly. */
  dateTime(at: number): string
  /** The time of day. */
  time(at: number): string
}

/** A language's table put to use. */
export function createWords(locale: string, messages: Messages, direction: Words['direction'] = 'ltr'): Words {
  const numbers = new Intl.NumberFormat(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  return {
    locale,
    direction,
    messages,
    plural: (message, count) => plural(locale, message, count),
    number: (value) => numbers.format(value),
    ago: (then, now) => ago(relative, Math.max(0, now - then)),
    duration: (ms) => duration(locale, Math.max(0, ms)),
    dateTime: (at) => dateTimes.format(at),
    time: (at) => times.format(at),
  }
}

const minute = 60_000

function ago(format: Intl.RelativeTimeFormat, ms: number): string {
  if (ms < minute) return format.format(0, 'minute')
  if (ms < 60 * minute) return format.format(-Math.floor(ms / minute), 'minute')
  if (ms < 24 * 60 * minute) return format.format(-Math.floor(ms / (60 * minute)), 'hour')
  return format.format(-Math.floor(ms / (24 * 60 * minute)), 'day')
}

function duration(locale: string, ms: number): string {
  const [value, unit] =
    ms < minute ? [ms / 1000, 'second'] : ms < 60 * minute ? [ms / minute, 'minute'] : [ms / (60 * minute), 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'short' }).format(
    Math.floor(Number(value)),
  )
}
