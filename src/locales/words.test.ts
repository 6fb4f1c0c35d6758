import { expect, test } from 'vitest'
import { en } from './en.ts'
import { createWords } from './words.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 10, 24, 10, 42)

/** `Intl` writes spaces of several kinds, and not the same ones in each version. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ')
}

function words(locale: string) {
  return createWords(locale, en, { timeZone: 'UTC' })
}

test.each([
  ['en', 'now', '3 min. ago', '1 day ago', '2 mo. ago'],
  ['de', 'jetzt', 'vor 3 Min.', 'vor 1 Tag', 'vor 2 Monaten'],
  ['es', 'ahora', 'hace 3 min', 'hace 1 d', 'hace 2 m'],
  ['fr', 'maintenant', 'il y a 3 min', 'il y a 1 j', 'il y a 2 m.'],
  ['it', 'ora', '3 min fa', '1 g fa', '2 mesi fa'],
  ['ja', '今', '3 分前', '1 日前', '2 か月前'],
  ['ko', '지금', '3분 전', '1일 전', '2개월 전'],
  ['pt-BR', 'agora', 'há 3 min.', 'há 1 dia', 'há 2 meses'],
  ['zh-CN', '现在', '3分钟前', '1天前', '2个月前'],
  ['zh-TW', '現在', '3 分鐘前', '1 天前', '2 個月前'],
])('%s says how long ago: %s, %s, %s, %s', (locale, ...texts) => {
  const { ago } = words(locale)
  const then = [now - 59 * second, now - 3 * minute, now - 30 * hour, now - 60 * day]
  expect(then.map((at) => plainSpaces(ago(at, now)))).toEqual(texts)
})

test.each([
  [minute - 1, 'now'],
  [minute, '1 min. ago'],
  [hour - 1, '59 min. ago'],
  [hour, '1 hr. ago'],
  [day - 1, '23 hr. ago'],
  [30 * day - 1, '29 days ago'],
  [30 * day, '1 mo. ago'],
  [365 * day - 1, '12 mo. ago'],
  [365 * day, '1 yr. ago'],
  [5000 * 365 * day, '5,000 yr. ago'],
  [-1, 'now'],
  [-day, 'now'],
])('%d ms ago is "%s": never more than it was, and never in the future', (ms, text) => {
  expect(words('en').ago(now - ms, now)).toBe(text)
})

test.each([
  ['en', '7 sec', '3 min', '1 hr 5 min', '2 hr', '3 days'],
  ['de', '7 Sek.', '3 Min.', '1 Std., 5 Min.', '2 Std.', '3 Tg.'],
  ['fr', '7 s', '3 min', '1 h 5 min', '2 h', '3 j'],
  ['ja', '7 秒', '3 分', '1 時間5 分', '2 時間', '3 日'],
])('%s says how long: %s, %s, %s, %s, %s', (locale, ...texts) => {
  const { duration } = words(locale)
  const lengths = [7.9 * second, 3 * minute, hour + 5.5 * minute, 2 * hour + 59 * second, 3 * day + 5 * hour]
  expect(lengths.map((ms) => plainSpaces(duration(ms)))).toEqual(texts)
})

test('a length below zero is none', () => {
  expect(words('en').duration(-5 * minute)).toBe('0 sec')
})

test.each([
  ['en', '1,234.5'],
  ['de', '1.234,5'],
  ['fr', '1 234,5'],
  ['zh-TW', '1,234.5'],
])('%s writes a number as %s', (locale, text) => {
  expect(plainSpaces(words(locale).number(1234.5))).toBe(text)
})

test.each([
  ['en', 0, '0 cases'],
  ['en', 1, '1 case'],
  ['en', 1234, '1,234 cases'],
  ['fr', 0, '0 case'],
  ['ja', 1, '1 cases'],
])('in %s, %d has its own form: "%s"', (locale, count, text) => {
  expect(words(locale).plural({ one: '{count} case', other: '{count} cases' }, count)).toBe(text)
})

test.each([
  ['en', 'Nov 24, 2026, 10:42 AM', '10:42 AM'],
  ['en-GB', '24 Nov 2026, 10:42', '10:42'],
  ['de', '24.11.2026, 10:42', '10:42'],
  ['zh-CN', '2026年11月24日 10:42', '10:42'],
])('%s writes day and time as %s', (locale, dateTime, time) => {
  expect(plainSpaces(words(locale).dateTime(now))).toBe(dateTime)
  expect(plainSpaces(words(locale).time(now))).toBe(time)
})

test('times are those of the time zone', () => {
  expect(createWords('de', en, { timeZone: 'Asia/Tokyo' }).time(now)).toBe('19:42')
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300])('%d is no time', (ms) => {
  const { ago, dateTime, duration, time } = words('en')
  expect([dateTime(ms), time(ms), ago(ms, now), ago(now, ms), duration(ms)]).toEqual(['–', '–', '–', '–', '–'])
})

test('a language reads from left to right unless it says otherwise', () => {
  expect(createWords('de', en).direction).toBe('ltr')
  expect(createWords('ar-XB', en, { direction: 'rtl' }).direction).toBe('rtl')
})
