import { expect, test } from 'vitest'
import { fill, plural } from './plural.ts'

const cases = { one: '{count} case', other: '{count} cases' }

test.each([
  [0, '0 cases'],
  [1, '1 case'],
  [2, '2 cases'],
  [1234, '1,234 cases'],
])('%d is said as "%s"', (count, text) => {
  expect(plural('en', cases, count)).toBe(text)
})

test('a language with more forms uses its own, and "other" where one is missing', () => {
  const sprawy = { one: '{count} sprawa', few: '{count} sprawy', other: '{count} spraw' }
  expect([1, 2, 5].map((count) => plural('pl', sprawy, count))).toEqual(['1 sprawa', '2 sprawy', '5 spraw'])
})

test('a placeholder nobody knows stays visible', () => {
  expect(fill('{a} and {b}', { a: '$1' })).toBe('$1 and {b}')
})
