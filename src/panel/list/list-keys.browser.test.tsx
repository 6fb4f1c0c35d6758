import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { en } from '../../locales/en.ts'
import { createWords } from '../../locales/words.ts'
import { renderList } from './testing/render-list.tsx'
import { caseRow, known, manyRows, templateRow } from './testing/rows.ts'

const titled = (...titles: readonly string[]) =>
  titles.map((title, index) => caseRow(String(index), { details: known(String(index), { title }) }))
const focused = () => document.activeElement?.getAttribute('data-case-id') ?? document.activeElement?.textContent
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await userEvent.keyboard(key)
}

test('the list is one stop of the Tab key', async () => {
  renderList({ rows: manyRows(20), more: { status: 'offered' } })
  await userEvent.tab()
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Load up to 10 more' })).toHaveFocus()
  await userEvent.tab({ shift: true })
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
})

test('Tab comes back to the row it left', async () => {
  renderList({ rows: manyRows(20), more: { status: 'offered' } })
  await userEvent.tab()
  await press('{ArrowDown}', '{ArrowDown}', '{ArrowDown}')
  await userEvent.tab()
  await userEvent.tab({ shift: true })
  expect(focused()).toBe('3')
})

test('arrows, Home, End and the Page keys move from row to row', async () => {
  renderList({ rows: manyRows(100), height: 400 })
  await userEvent.tab()
  await press('{ArrowDown}', '{ArrowDown}', '{ArrowUp}')
  expect(focused()).toBe('1')
  await press('{PageDown}')
  const pageDown = Number(focused())
  expect(pageDown).toBeGreaterThan(3)
  expect(pageDown).toBeLessThan(9)
  await press('{PageUp}')
  expect(focused()).toBe('1')
  await press('{End}')
  expect(focused()).toBe('100')
  await press('{ArrowDown}')
  expect(focused()).toBe('100')
  await press('{Home}', '{ArrowUp}')
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
})

test('the right arrow opens a template and goes to its cases; the left one goes back and closes it', async () => {
  const onCollapse = vi.fn()
  const { update } = renderList({ rows: [templateRow('general', { collapsed: true })], onCollapse })
  await userEvent.tab()
  await press('{ArrowRight}')
  expect(onCollapse).toHaveBeenLastCalledWith('general', false)
  update({ rows: manyRows(2) })
  await press('{ArrowRight}', '{ArrowDown}')
  expect(focused()).toBe('2')
  await press('{ArrowLeft}')
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
  await press('{ArrowLeft}')
  expect(onCollapse).toHaveBeenLastCalledWith('general', true)
})

test('Enter and the space fold a template', async () => {
  const onCollapse = vi.fn()
  renderList({ onCollapse })
  await userEvent.tab()
  await press('{Enter}', ' ')
  expect(onCollapse.mock.calls).toEqual([
    ['general', true],
    ['general', true],
  ])
})

test('the arrows go into the actions of a case and along them; Escape leaves', async () => {
  renderList({ rows: [caseRow('1'), caseRow('2')] })
  await userEvent.tab()
  await press('{ArrowRight}')
  expect(document.activeElement).toHaveAccessibleName('Open case (opens in a new tab)')
  await press('{ArrowRight}', '{ArrowRight}', '{ArrowRight}')
  expect(document.activeElement).toHaveAccessibleName('Copy link')
  await press('{ArrowLeft}')
  expect(document.activeElement).toHaveAccessibleName('Copy reference')
  await press('{Escape}')
  expect(focused()).toBe('1')
  await press('{ArrowRight}', '{ArrowLeft}')
  expect(focused()).toBe('1')
  await press('{ArrowRight}', '{ArrowDown}')
  expect(focused()).toBe('2')
})

test('where people read from right to left, the left arrow goes into the actions', async () => {
  renderList({ rows: [caseRow('1')], words: createWords('he', en, { direction: 'rtl' }) })
  await userEvent.tab()
  await press('{ArrowLeft}')
  expect(document.activeElement).toHaveAccessibleName('Open case (opens in a new tab)')
  await press('{ArrowRight}')
  expect(focused()).toBe('1')
})

test('Enter opens the case of the row, in the host where it opens cases', async () => {
  const onOpenCase = vi.fn()
  renderList({ links: { onOpenCase } })
  await userEvent.tab()
  await press('{ArrowDown}', '{ArrowDown}', '{Enter}')
  expect(onOpenCase.mock.calls).toEqual([['2']])
})

test('Enter held down opens the case once', async () => {
  const onOpenCase = vi.fn()
  renderList({ rows: [caseRow('1')], links: { onOpenCase } })
  await userEvent.tab()
  await press('{Enter}')
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  expect(document.activeElement?.dispatchEvent(held)).toBe(false)
  expect(onOpenCase).toHaveBeenCalledTimes(1)
})

test('c copies the reference and l the link', async () => {
  const copied: string[] = []
  const copy = async (text: string) => copied.push(text) > 0
  renderList({ links: { copy } })
  await userEvent.tab()
  await press('{ArrowDown}', 'c', '{ArrowDown}', 'l')
  expect(copied).toEqual(['ref-1', 'https://example.com/cases/2'])
  expect(focused()).toBe('2')
})

test('c on a case without a reference does nothing', async () => {
  const copy = vi.fn()
  renderList({ rows: [caseRow('1', { details: known('1', { referenceNumber: null }) })], links: { copy } })
  await userEvent.tab()
  await press('c')
  expect(copy).not.toHaveBeenCalled()
})

test('with shortcuts off, c and l begin a title and copy nothing', async () => {
  const copy = vi.fn()
  renderList({ rows: titled('Apple', 'Lamp', 'Cable'), links: { copy }, preferences: { shortcuts: false } })
  await userEvent.tab()
  await press('c')
  expect(focused()).toBe('2')
  expect(copy).not.toHaveBeenCalled()
})

test('typing goes to the title that begins so; a letter of a shortcut counts within a title', async () => {
  const copy = vi.fn()
  renderList({ rows: titled('Apple', 'Bell', 'Black cable', 'Cable'), links: { copy } })
  await userEvent.tab()
  await press('bl', 'ack c')
  expect(focused()).toBe('2')
  expect(copy).not.toHaveBeenCalled()
})

test('with Shift, a letter of a shortcut begins a title', async () => {
  renderList({ rows: titled('Apple', 'Cable') })
  await userEvent.tab()
  await press('{Shift>}c{/Shift}')
  expect(focused()).toBe('1')
})

test('a key with Ctrl, Alt or Meta is not the list its own, nor is one of an input method', async () => {
  const copy = vi.fn()
  renderList({ links: { copy } })
  await userEvent.tab()
  await press('{ArrowDown}')
  await press('{Control>}c{/Control}', '{Alt>}c{/Alt}')
  const composing = new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true, isComposing: true })
  expect(document.activeElement?.dispatchEvent(composing)).toBe(true)
  expect(copy).not.toHaveBeenCalled()
})

test('keys of the panel around the list are left to it', async () => {
  renderList({})
  await userEvent.tab()
  for (const key of ['r', '/', 'm', 'Escape']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    expect(document.activeElement?.dispatchEvent(event)).toBe(true)
  }
})
