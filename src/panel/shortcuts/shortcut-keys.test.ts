import { expect, test } from 'vitest'
import { type KeyPress, shortcutOf } from './shortcut-keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
})

test('each key has its action, Caps Lock or not', () => {
  expect(['/', 'r', 'R', 'm', '?'].map((key) => shortcutOf(press(key)))).toEqual([
    'filter',
    'refresh',
    'refresh',
    'loadMore',
    'help',
  ])
})

test('signs may need Shift, letters may not have it', () => {
  expect(shortcutOf(press('?', { shiftKey: true }))).toBe('help')
  expect(shortcutOf(press('/', { shiftKey: true }))).toBe('filter')
  expect(shortcutOf(press('R', { shiftKey: true }))).toBeNull()
})

test.each(['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)('with %s a key is not ours', (name) => {
  expect(shortcutOf(press('r', { [name]: true }))).toBeNull()
})

test('a keyboard set to another script has the same keys', () => {
  expect(shortcutOf(press('ㄱ', { code: 'KeyR' }))).toBe('refresh')
  expect(shortcutOf(press('к', { code: 'KeyR' }))).toBe('refresh')
  expect(shortcutOf(press(',', { code: 'KeyM' }))).toBeNull()
  expect(shortcutOf(press('é', { code: 'Digit2' }))).toBeNull()
})

test('other keys do nothing, whatever they are called', () => {
  expect(['x', 'Enter', 'Process', 'constructor', ''].map((key) => shortcutOf(press(key)))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
