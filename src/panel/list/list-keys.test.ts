import { expect, test } from 'vitest'
import { type KeyContext, listKeyOf } from './list-keys.ts'

const key = (
  name: string,
  more: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing', boolean>> = {},
) => ({
  key: name,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
})
const context: KeyContext = { shortcuts: true, typing: false, direction: 'ltr' }

test.each([
  ['ArrowDown', { kind: 'move', move: 'next' }],
  ['ArrowUp', { kind: 'move', move: 'previous' }],
  ['Home', { kind: 'move', move: 'first' }],
  ['End', { kind: 'move', move: 'last' }],
  ['PageDown', { kind: 'move', move: 'pageDown' }],
  ['PageUp', { kind: 'move', move: 'pageUp' }],
  ['ArrowRight', { kind: 'into' }],
  ['ArrowLeft', { kind: 'out' }],
  ['Enter', { kind: 'open' }],
  [' ', { kind: 'toggle' }],
  ['Escape', { kind: 'leaveActions' }],
  ['c', { kind: 'copy', what: 'reference' }],
  ['C', { kind: 'copy', what: 'reference' }],
  ['l', { kind: 'copy', what: 'link' }],
  ['b', { kind: 'type', letter: 'b' }],
  ['ä', { kind: 'type', letter: 'ä' }],
  ['𠮷', { kind: 'type', letter: '𠮷' }],
] as const)('%s is a key of the list', (name, meaning) => {
  expect(listKeyOf(key(name), context)).toEqual(meaning)
})

test.each(['r', '/', '?', 'm', 'F1', 'Tab', 'Shift', 'Dead', 'Process'])('%s is not', (name) => {
  expect(listKeyOf(key(name), context)).toBeNull()
})

test.each(['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)('with %s no key is', (modifier) => {
  for (const name of ['ArrowDown', 'c', 'Enter', 'b']) {
    expect(listKeyOf(key(name, { [modifier]: true }), context)).toBeNull()
  }
})

test('with Shift, a letter that is a shortcut begins a title', () => {
  expect(listKeyOf(key('C', { shiftKey: true }), context)).toEqual({ kind: 'type', letter: 'C' })
  expect(listKeyOf(key('R', { shiftKey: true }), context)).toEqual({ kind: 'type', letter: 'R' })
})

test('while a title is typed, shortcuts and the space are letters of it', () => {
  for (const letter of ['c', 'l', 'r', '/', ' ']) {
    expect(listKeyOf(key(letter), { ...context, typing: true })).toEqual({ kind: 'type', letter })
  }
})

test('with shortcuts off every letter begins a title, and the arrows still move', () => {
  const off = { ...context, shortcuts: false }
  for (const letter of ['c', 'l', 'r']) expect(listKeyOf(key(letter), off)).toEqual({ kind: 'type', letter })
  expect(listKeyOf(key('ArrowDown'), off)).toEqual({ kind: 'move', move: 'next' })
})

test('where people read from right to left, the left arrow leads into a row', () => {
  expect(listKeyOf(key('ArrowLeft'), { ...context, direction: 'rtl' })).toEqual({ kind: 'into' })
  expect(listKeyOf(key('ArrowRight'), { ...context, direction: 'rtl' })).toEqual({ kind: 'out' })
})
