import { expect, test } from 'vitest'
import { fill, pluralForm } from './plural.ts'

test.each([
  [0, 'cases'],
  [1, 'case'],
  [1.5, 'cases'],
  [-1, 'case'],
  [1e21, 'cases'],
  [Number.NaN, 'cases'],
])('%d has the form "%s" in English', (count, form) => {
  expect(pluralForm({ one: 'case', other: 'cases' }, new Intl.PluralRules('en'), count)).toBe(form)
})

test('a language with more forms uses its own, and "other" where one is missing', () => {
  const sprawy = { one: 'sprawa', few: 'sprawy', other: 'spraw' }
  expect([1, 2, 5].map((count) => pluralForm(sprawy, new Intl.PluralRules('pl'), count))).toEqual([
    'sprawa',
    'sprawy',
    'spraw',
  ])
})

test('a placeholder nobody knows stays visible', () => {
  expect(fill('{a} and {b}', { a: '$1' })).toBe('$1 and {b}')
})

test('a value that looks like a placeholder is not filled in again', () => {
  expect(fill('{a}{b}', { a: '{b}', b: 'x' })).toBe('{b}x')
})
