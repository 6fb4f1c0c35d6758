import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ids, page } from '../../cases/testing/scripted-backend.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { caseIds, renderPanel } from '../testing/render-panel.tsx'

/** A contact of ten cases and more to load; the keyboard is on its list. */
async function renderTen() {
  const rule = answerBy({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => page(['b']) })
  const panel = renderPanel({ desk: deskOf([contactOf('c-1')], 'c-1'), rule })
  await vi.waitFor(() => expect(caseIds()).toContain('a-1'))
  screen.getByRole('button', { name: 'Refresh' }).focus()
  const asked = () => panel.calls.filter((call) => call.contactArn !== null).length
  return { ...panel, asked }
}

test('"/" opens the filter without typing itself into it', async () => {
  await renderTen()
  await userEvent.keyboard('/')
  expect(screen.getByRole('textbox')).toHaveFocus()
  expect(screen.getByRole('textbox')).toHaveValue('')
})

test('"r" reads again', async () => {
  const { asked } = await renderTen()
  await userEvent.keyboard('r')
  await vi.waitFor(() => expect(asked()).toBe(2))
})

test('"m" loads more', async () => {
  await renderTen()
  await userEvent.keyboard('m')
  expect(await screen.findByText('11 cases', { selector: 'p' })).toBeVisible()
})

test('"?" lists the keys; closing it brings the keyboard back', async () => {
  await renderTen()
  await userEvent.keyboard('?')
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(within(dialog).getByText('Load more')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('button', { name: 'Refresh' })).toHaveFocus()
})

test('the list of keys also has a button, and one to close it', async () => {
  await renderTen()
  await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }))
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('letters are text in a field, nothing in the dialog, and the native search of a select', async () => {
  const { asked } = await renderTen()
  await userEvent.keyboard('/rm?')
  expect(screen.getByRole('textbox')).toHaveValue('rm?')
  screen.getByRole('combobox').focus()
  await userEvent.keyboard('r')
  await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
  await screen.findByRole('dialog')
  await userEvent.keyboard('r')
  expect(asked()).toBe(1)
})

test('with Ctrl a key is the browser’s', async () => {
  const { asked } = await renderTen()
  await userEvent.keyboard('{Control>}r{/Control}')
  expect(asked()).toBe(1)
})

test('single keys can be turned off, and then no tooltip names them', async () => {
  const { asked, preferences } = await renderTen()
  await userEvent.keyboard('?')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Use single-key shortcuts' }))
  await userEvent.keyboard('{Escape}')
  expect(preferences.get().shortcuts).toBe(false)
  await userEvent.keyboard('r?')
  expect(asked()).toBe(1)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Refresh' })).not.toHaveAttribute('aria-keyshortcuts')
})

test('keys outside the panel are not the panel’s', async () => {
  const { asked } = await renderTen()
  document.body.focus()
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await userEvent.keyboard('r')
  expect(asked()).toBe(1)
})

test('a press beside any control leaves the keys working', async () => {
  const { asked } = await renderTen()
  await userEvent.click(screen.getByText('Connected'))
  await userEvent.keyboard('r')
  await vi.waitFor(() => expect(asked()).toBe(2))
})
