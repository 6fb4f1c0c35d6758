import { expect, test } from 'vitest'
import { localeCodes } from './locale-code.ts'
import { matchLocale } from './match-locale.ts'

test.each([...localeCodes, 'en-XA', 'ar-XB'])('%s has texts of its own', (code) => {
  expect(matchLocale([code])).toEqual({ table: code, tag: code })
})

test.each([
  ['en-US', 'en', 'en-US'],
  ['en_US', 'en', 'en-US'],
  ['en-GB', 'en', 'en-GB'],
  ['EN-us', 'en', 'en-US'],
  ['de_AT.UTF-8@euro', 'de', 'de-AT'],
  ['fr-CA', 'fr', 'fr-CA'],
  ['es-419', 'es', 'es-419'],
  ['pt', 'pt-BR', 'pt'],
  ['pt-PT', 'pt-BR', 'pt-PT'],
  ['zh', 'zh-CN', 'zh'],
  ['zh-Hans', 'zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-CN', 'zh-SG'],
  ['zh-Hant', 'zh-TW', 'zh-Hant'],
  ['zh_HK', 'zh-TW', 'zh-HK'],
  ['zh-MO', 'zh-TW', 'zh-MO'],
  ['zh-Hans-HK', 'zh-CN', 'zh-Hans-HK'],
  ['ja-JP-u-ca-japanese', 'ja', 'ja-JP'],
])('%s is shown the texts of %s, and Intl is told %s', (preferred, table, tag) => {
  expect(matchLocale([preferred])).toEqual({ table, tag })
})

test.each(['xx', 'sr-Latn-RS', 'ar', '', '*', 'C', 'POSIX', 'en--US', 'x'.repeat(10_000), 'constructor', '日本語'])(
  '%j is no language there are texts for, so English is shown',
  (preferred) => {
    expect(matchLocale([preferred])).toEqual({ table: 'en', tag: 'en' })
  },
)

test('the first language there are texts for wins', () => {
  expect(matchLocale(['', 'nb-NO', 'it-CH', 'de-CH'])).toEqual({ table: 'it', tag: 'it-CH' })
})

test('who prefers nothing reads English', () => {
  expect(matchLocale([])).toEqual({ table: 'en', tag: 'en' })
})
