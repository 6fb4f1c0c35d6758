import { act, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { renderPanel } from './testing/render-panel.tsx'

const tooltip = () => document.querySelector('[role=tooltip]')
const shown = async (text: string) => vi.waitFor(() => expect(tooltip()).toHaveTextContent(text))
const gone = async () => vi.waitFor(() => expect(tooltip()).toBeNull())

function renderNarrow() {
  return renderPanel({ desk: deskOf([contactOf('contact-number-1')], null), rule: answerBy({}), width: 320 })
}

/** Comes to the button for keys by keyboard, from the one before it. */
async function tabToKeys() {
  screen.getAllByRole('button', { name: 'Refresh' })[0]?.focus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveFocus()
}

test('the keyboard shows what a control does, with its key; Escape takes the tooltip away, not the focus', async () => {
  renderNarrow()
  await tabToKeys()
  await shown('Keyboard shortcuts (?)')
  await userEvent.keyboard('{Escape}')
  await gone()
  expect(screen.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveFocus()
})

test('the id of the contact is told in whole', async () => {
  renderNarrow()
  await tabToKeys()
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
  await shown('Contact contact-number-1')
})

test('the pointer may go onto the tooltip, and away from both', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  renderNarrow()
  await userEvent.hover(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
  expect(tooltip()).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(400))
  expect(tooltip()).toHaveTextContent('Keyboard shortcuts (?)')
  await userEvent.hover(tooltip() ?? document.body)
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(tooltip()).toHaveTextContent('Keyboard shortcuts (?)')
  await userEvent.hover(screen.getByText('Connected'))
  await act(() => vi.advanceTimersByTimeAsync(150))
  expect(tooltip()).toBeNull()
})

test('at the edge of the panel it is whole, and nothing moves', async () => {
  const { container } = renderNarrow()
  const keys = screen.getByRole('button', { name: 'Keyboard shortcuts' })
  const before = keys.getBoundingClientRect()
  await userEvent.hover(keys)
  await shown('Keyboard shortcuts (?)')
  const { left, right, bottom } = tooltip()?.getBoundingClientRect() ?? new DOMRect()
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth)
  expect(bottom).toBeLessThanOrEqual(window.innerHeight)
  expect(keys.getBoundingClientRect()).toEqual(before)
  expect(container.scrollWidth).toBe(320)
})

test('a tooltip goes with its element, also where the browser does not tell that the focus went', async () => {
  const { source } = renderNarrow()
  await tabToKeys()
  await shown('Keyboard shortcuts (?)')
  // Firefox fires no event for a focused element that is removed.
  const silence = (event: Event) => event.stopImmediatePropagation()
  window.addEventListener('focusout', silence, { capture: true })
  onTestFinished(() => window.removeEventListener('focusout', silence, { capture: true }))
  source.set(deskOf([]))
  await gone()
})
