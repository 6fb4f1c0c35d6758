import { expect, test } from 'vitest'
import { findTyped, isTyping, nothingTyped, typeOn } from './type-ahead.ts'

const names = ['Billing', 'Äpfel', 'apple pie', 'Bäckerei', '  Broken lamp', 'עברית']
const find = (text: string, from = 0) =>
  findTyped(text, { count: names.length, from, nameOf: (index) => names[index] ?? '', locale: 'en' })

test('letters that follow each other are one text', () => {
  const typed = typeOn(typeOn(nothingTyped, 'b', 1000), 'r', 1500)
  expect(typed.text).toBe('br')
  expect(isTyping(typed, 2000)).toBe(true)
})

test('after a pause a new text begins', () => {
  const typed = typeOn(nothingTyped, 'b', 1000)
  expect(isTyping(typed, 2000)).toBe(false)
  expect(typeOn(typed, 'r', 2000).text).toBe('r')
})

test('before anything is typed nobody is typing', () => {
  expect(isTyping(nothingTyped, 0)).toBe(false)
})

test.each([
  ['br', 0, 4],
  ['apple p', 0, 2],
  ['ap', 0, 1],
  ['BILL', 3, 0],
  ['ba', 0, 3],
  ['ba\u0308', 0, 3],
  ['ע', 0, 5],
  ['x', 0, null],
])('%s, from row %i, finds %s', (text, from, index) => {
  expect(find(text, from)).toBe(index)
})

test('the same letter again goes on to the next row, and around', () => {
  expect(find('b', 0)).toBe(3)
  expect(find('bb', 3)).toBe(4)
  expect(find('bbb', 4)).toBe(0)
})

test('a longer text stays on a row that still matches', () => {
  expect(find('bil', 0)).toBe(0)
})

test('an empty list has nothing to find', () => {
  expect(findTyped('a', { count: 0, from: 0, nameOf: () => '', locale: 'en' })).toBeNull()
})
