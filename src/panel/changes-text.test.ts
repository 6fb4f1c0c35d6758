import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { createWords } from '../locales/words.ts'
import { changesText } from './changes-text.ts'

const words = createWords('en', en)

test('what came and what went is said in one breath', () => {
  expect(changesText(words, { appeared: new Set(['a', 'b']), vanished: 1 })).toBe(
    '2 new cases and 1 case is no longer linked',
  )
  expect(changesText(words, { appeared: new Set(['a']), vanished: 0 })).toBe('1 new case')
  expect(changesText(words, { appeared: new Set(), vanished: 2 })).toBe('2 cases are no longer linked')
})

test('nothing changed: nothing is said', () => {
  expect(changesText(words, { appeared: new Set(), vanished: 0 })).toBe('')
})
