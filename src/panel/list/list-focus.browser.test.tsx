import { act, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CaseListHandle } from './case-grid.tsx'
import { renderList } from './testing/render-list.tsx'
import { caseRow, failedDetails, manyRows, templateRow } from './testing/rows.ts'

const focused = () => document.activeElement?.getAttribute('data-case-id')
const rows = manyRows(5)
const goDown = async (times: number) => {
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}'.repeat(times))
}

test('rows that come above leave the focus on its row', async () => {
  const { update } = renderList({ rows })
  await goDown(3)
  update({ rows: [templateRow('new'), caseRow('n', { templateId: 'new' }), ...rows] })
  expect(focused()).toBe('3')
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toBe('4')
})

test('where the row of the focus is gone, the focus is on what stands there now', async () => {
  const { update } = renderList({ rows })
  await goDown(3)
  update({ rows: rows.filter((row) => row.kind === 'template' || row.caseId !== '3') })
  expect(focused()).toBe('4')
})

test('where all below is gone too, the focus is on the last row', async () => {
  const { update } = renderList({ rows })
  await goDown(5)
  update({ rows: rows.slice(0, 3) })
  expect(focused()).toBe('2')
})

test('where the row was folded away, the focus is on its template', async () => {
  const { update } = renderList({ rows })
  await goDown(3)
  update({ rows: [templateRow('other'), templateRow('general', { collapsed: true })] })
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
})

test('where only the button of the focus is gone, the focus is on its row', async () => {
  const { update } = renderList({ rows: [caseRow('1'), caseRow('2', { details: failedDetails('2') })] })
  await goDown(1)
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus()
  update({ rows: [caseRow('1'), caseRow('2')] })
  expect(focused()).toBe('2')
})

test('a list without the focus does not take it when its rows change', async () => {
  const { update } = renderList({ rows })
  await goDown(3)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  update({ rows: rows.slice(0, 2) })
  expect(document.body).toHaveFocus()
})

test('the panel can put the focus on the list: on the row it was last on', async () => {
  const ref = createRef<CaseListHandle>()
  renderList({ rows, ref, more: { status: 'offered' } })
  await goDown(2)
  await userEvent.tab()
  act(() => ref.current?.focus())
  expect(focused()).toBe('2')
})

test('in a shadow root the focus is kept too', async () => {
  const { container, update } = renderList({ rows, inShadowRoot: true, more: { status: 'offered' } })
  const focusedInside = () => container.querySelector('[data-case-id]:focus')?.getAttribute('data-case-id')
  await goDown(3)
  update({ rows: rows.filter((row) => row.kind === 'template' || row.caseId !== '3') })
  expect(focusedInside()).toBe('4')
  await userEvent.keyboard('m')
  within(container)
    .getByRole('button', { name: /Load up to/ })
    .focus()
  update({ more: { status: 'none' } })
  await vi.waitFor(() => expect(within(container).getByText('End of the list')).toBe(container.querySelector(':focus')))
})
