import { expect, test } from 'vitest'
import { durationOf } from './words.ts'

test.each([
  [-5, '0:00'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [3_661_000, '1:01:01'],
])('%i ms read as %s', (ms, text) => {
  expect(durationOf(ms)).toBe(text)
})
