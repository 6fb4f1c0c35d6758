import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ids, page } from '../../cases/testing/scripted-backend.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { listen } from '../testing/listen.ts'
import { caseIds, renderPanel } from '../testing/render-panel.tsx'

const viewed = deskOf([contactOf('c-1')], 'c-1')

/** A contact with the cases lamp-1 to lamp-9 and key-1, and more to load. */
async function renderTen(more: Partial<Parameters<typeof renderPanel>[0]> = {}) {
  const rule = answerBy({ 'c-1': () => page([...ids('lamp', 9), 'key-1'], 'next') })
  const panel = renderPanel({ desk: viewed, rule, ...more })
  await vi.waitFor(() => expect(caseIds()).toContain('lamp-1'))
  return panel
}

const filterButton = () => screen.getByRole('button', { name: 'Filter' })
const field = () => screen.getByRole('textbox', { name: 'Filter the loaded cases' })

test('the filter opens with the keyboard in it, and says that it speaks of the loaded cases only', async () => {
  await renderTen()
  await userEvent.click(filterButton())
  expect(field()).toHaveFocus()
  await userEvent.keyboard('key')
  expect(await screen.findByText('1 of the 10 loaded; more can be loaded', { selector: 'search *' })).toBeVisible()
  expect(caseIds()).toEqual(['key-1'])
})

test('Escape clears the filter and then leaves it, to the button that brings it back', async () => {
  await renderTen()
  await userEvent.click(filterButton())
  await userEvent.keyboard('key{Escape}')
  expect(field()).toHaveValue('')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(filterButton()).toHaveFocus()
})

test('Escape belongs to the input method while it composes', async () => {
  await renderTen()
  await userEvent.click(filterButton())
  await userEvent.keyboard('key')
  const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true })
  act(() => void field().dispatchEvent(press))
  expect(field()).toHaveValue('key')
})

test('Enter goes from the filter to the list', async () => {
  await renderTen()
  await userEvent.click(filterButton())
  await userEvent.keyboard('key{Enter}')
  await vi.waitFor(() => expect(document.activeElement).toHaveRole('row'))
})

test('a filter that nothing matches says so, and can be cleared; more can still be loaded', async () => {
  await renderTen()
  await userEvent.click(filterButton())
  await userEvent.keyboard('sofa')
  expect(await screen.findByText('None of the loaded cases matches “sofa”.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Load up to 10 more' })).toBeVisible()
  const [, clear] = screen.getAllByRole('button', { name: 'Clear the filter' })
  await userEvent.click(clear ?? filterButton())
  await vi.waitFor(() => expect(caseIds()).toContain('lamp-1'))
  expect(filterButton()).toHaveFocus()
})

test('what a filter leaves is said once, when the typing pauses', async () => {
  const { container } = await renderTen()
  const said = listen(container)
  await userEvent.click(filterButton())
  await userEvent.keyboard('lamp-1')
  await vi.waitFor(() => expect(said).toEqual(['1 of the 10 loaded; more can be loaded']))
})

test('the filter is of one contact: the next begins without', async () => {
  const both = [contactOf('c-1'), contactOf('c-2')]
  const panel = await renderTen({ desk: deskOf(both, 'c-1') })
  await userEvent.click(filterButton())
  await userEvent.keyboard('key')
  panel.source.set(deskOf(both, 'c-2'))
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
})

test('the order is chosen and remembered', async () => {
  const { preferences } = await renderTen()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'Status')
  expect(preferences.get().order).toBe('status')
})

test('grouping is switched and remembered', async () => {
  const { preferences } = await renderTen()
  const group = screen.getByRole('button', { name: 'Group by template' })
  expect(group).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(group)
  expect(group).toHaveAttribute('aria-pressed', 'false')
  expect(screen.queryByRole('row', { name: /General/ })).toBeNull()
  expect(preferences.get().grouped).toBe(false)
})

test('a folded template is remembered', async () => {
  const { preferences } = await renderTen()
  await userEvent.click(await screen.findByRole('button', { name: /General/ }))
  await vi.waitFor(() => expect(caseIds()).toEqual([]))
  expect(preferences.get().collapsed).toEqual(['general'])
})

test('refresh says that it runs, keeps the focus, and asks nothing twice', async () => {
  const answers = [page(['a']), null]
  const { calls } = renderPanel({ desk: viewed, rule: answerBy({ 'c-1': () => answers.shift() ?? null }) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const refresh = screen.getByRole('button', { name: 'Refresh' })
  refresh.focus()
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(refresh).toHaveAccessibleName('Refreshing'))
  await userEvent.keyboard('{Enter}')
  expect(refresh).toHaveFocus()
  expect(calls.filter((call) => call.contactArn !== null)).toHaveLength(2)
})

test('the toolbar is one line at 320 px', async () => {
  await renderTen({ width: 320 })
  const tops = [...screen.getByRole('group', { name: 'View' }).querySelectorAll('button, select')].map((control) => {
    const { top, height } = control.getBoundingClientRect()
    return Math.round(top + height / 2)
  })
  expect(new Set(tops).size).toBe(1)
})
