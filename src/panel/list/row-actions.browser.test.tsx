import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderList } from './testing/render-list.tsx'
import { caseRow } from './testing/rows.ts'

const rows = [caseRow('1')]
const iconOf = (button: HTMLElement) => button.querySelector('path')?.getAttribute('d')

test('a copy is confirmed in its place and announced, and then the button is as before', async () => {
  const copied: string[] = []
  renderList({ rows, links: { copy: async (text) => copied.push(text) > 0 } })
  const button = screen.getByRole('button', { name: 'Copy reference' })
  const before = { icon: iconOf(button), box: button.getBoundingClientRect() }
  await userEvent.click(button)
  await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'))
  expect(copied).toEqual(['ref-1'])
  expect(iconOf(button)).not.toBe(before.icon)
  expect(button.getBoundingClientRect()).toEqual(before.box)
  await vi.waitFor(() => expect(iconOf(button)).toBe(before.icon), 4000)
})

test('a copy that the browser does not allow says so in its place, and is announced', async () => {
  renderList({ rows, links: { copy: async () => false } })
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }))
  await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copying was not allowed'))
  expect(screen.getByText('Copying was not allowed', { selector: '[aria-hidden]' })).toBeVisible()
})

test('actions are seen when the pointer or the focus is on the row, and moves nothing', async () => {
  renderList({ rows: [caseRow('1'), caseRow('2')] })
  const opacityOf = (index: number) => {
    const actions = screen.getAllByRole('button', { name: 'Copy link' })[index]?.closest('[role="gridcell"]')
    return actions && getComputedStyle(actions).opacity
  }
  const boxes = () => screen.getAllByRole('row').map((row) => row.getBoundingClientRect().toJSON())
  const before = boxes()
  expect([opacityOf(0), opacityOf(1)]).toEqual(['0', '0'])
  await userEvent.tab()
  expect([opacityOf(0), opacityOf(1)]).toEqual(['1', '0'])
  await userEvent.hover(screen.getByRole('row', { name: /Title 2/ }))
  expect([opacityOf(0), opacityOf(1)]).toEqual(['1', '1'])
  expect(boxes()).toEqual(before)
})

test('every action is at least 24 pixels high and wide', () => {
  renderList({ rows })
  for (const button of [...screen.getAllByRole('button'), screen.getByRole('link', { name: /^Open case/ })]) {
    const { width, height } = button.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
})
