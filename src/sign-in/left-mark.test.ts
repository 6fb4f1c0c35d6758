import { expect, test } from 'vitest'
import { createLeftMark } from './left-mark.ts'

function storageOf(kept = new Map<string, string>()): Storage {
  return {
    length: 0,
    key: () => null,
    clear() {},
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

test('a sign-out by hand is known to the next page, until somebody signs in', () => {
  const storage = storageOf()
  createLeftMark(() => storage).set()
  expect(createLeftMark(() => storage).isSet()).toBe(true)
  createLeftMark(() => storage).clear()
  expect(createLeftMark(() => storage).isSet()).toBe(false)
})

test('where the browser gives no storage, it is known as long as the page is there', () => {
  const mark = createLeftMark(() => {
    throw new Error('Access is denied for this document.')
  })
  expect(mark.isSet()).toBe(false)
  mark.set()
  expect(mark.isSet()).toBe(true)
})
