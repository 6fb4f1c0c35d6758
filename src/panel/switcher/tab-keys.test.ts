import { expect, test } from 'vitest'
import { tabAfter } from './tab-keys.ts'

test('arrows go round, in the direction of reading', () => {
  expect(tabAfter('ArrowRight', 0, 3, 'ltr')).toBe(1)
  expect(tabAfter('ArrowRight', 2, 3, 'ltr')).toBe(0)
  expect(tabAfter('ArrowLeft', 0, 3, 'ltr')).toBe(2)
  expect(tabAfter('ArrowLeft', 0, 3, 'rtl')).toBe(1)
})

test('Home and End go to the ends, and other keys nowhere', () => {
  expect(tabAfter('Home', 2, 3, 'ltr')).toBe(0)
  expect(tabAfter('End', 0, 3, 'rtl')).toBe(2)
  expect(tabAfter('Enter', 0, 3, 'ltr')).toBeNull()
})
