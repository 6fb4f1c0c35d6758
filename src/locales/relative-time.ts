import { once } from './once.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const units = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const

/** Says how many milliseconds ago something was: "now", "3 min. ago", "2 mo. ago". */
export function createAgo(locale: string): (ms: number) => string {
  // Not 'auto' for all: its "yesterday" is a day of the calendar, and 30 hours ago may be the day before.
  const past = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' }))
  const now = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second'))
  return (ms) => {
    const found = units.find(([, size]) => ms >= size)
    return found ? past().format(-Math.floor(ms / found[1]), found[0]) : now()
  }
}

/** Says how long milliseconds are, as short as it is useful: "7 sec", "3 min", "1 hr 5 min", "3 days". */
export function createDuration(locale: string): (ms: number) => string {
  const unit = (name: string) => {
    const format = once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }))
    return (value: number) => format().format(Math.floor(value))
  }
  const [seconds, minutes, hours, days] = [unit('second'), unit('minute'), unit('hour'), unit('day')]
  const list = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }))
  return (ms) => {
    if (ms < minute) return seconds(ms / 1000)
    if (ms < hour) return minutes(ms / minute)
    if (ms >= day) return days(ms / day)
    const rest = ms % hour
    return rest < minute ? hours(ms / hour) : list().format([hours(ms / hour), minutes(rest / minute)])
  }
}
