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

const nobody = () => {}

test('a sign-out by hand is known to the next page, until somebody signs in', () => {
  const storage = storageOf()
  createLeftMark(() => storage, nobody).set()
  expect(createLeftMark(() => storage, nobody).isSet()).toBe(true)
  createLeftMark(() => storage, nobody).clear()
  expect(createLeftMark(() => storage, nobody).isSet()).toBe(false)
})

test('where the browser gives no storage, it is known as long as the page is there', () => {
  const mark = createLeftMark(() => {
    throw new Error('Access is denied for this document.')
  }, nobody)
  expect(mark.isSet()).toBe(false)
  mark.set()
  expect(mark.isSet()).toBe(true)
})

test('what happens on another page is told, and known here', () => {
  const others = { tell: (_: { key: string | null; newValue: string | null }) => {} }
  const mark = createLeftMark(
    () => storageOf(),
    (onChange) => Object.assign(others, { tell: onChange }),
  )
  const told: boolean[] = []
  mark.watchOthers((isSet) => told.push(isSet))
  mark.set()
  others.tell({ key: 'contact-cases:signed-out', newValue: null })
  expect(mark.isSet()).toBe(false)
  others.tell({ key: 'contact-cases:signed-out', newValue: 'yes' })
  others.tell({ key: 'of somebody else', newValue: null })
  expect(told).toEqual([false, true])
})
