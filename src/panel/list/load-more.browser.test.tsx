import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CasesProblem } from '../../cases/cases-problem.ts'
import type { More } from '../../cases/cases-view.ts'
import { renderList } from './testing/render-list.tsx'
import { manyRows } from './testing/rows.ts'

const offered: More = { status: 'offered' }
const loading: More = { status: 'loading' }
const none: More = { status: 'none' }
const failed = (more: Partial<CasesProblem> = {}): More => ({
  status: 'failed',
  failedAt: Date.now(),
  problem: { code: 'throttled', retryable: true, detail: '', retryAfterMs: null, requestId: null, ...more },
})
const ten = { rows: manyRows(10), count: 10 }
const twenty = { rows: manyRows(20), count: 20 }

test('the button says what it will bring; at a press it asks once, keeps the focus and says what came', async () => {
  const onReadOn = vi.fn()
  const { update } = renderList({ ...ten, more: offered, onReadOn })
  const button = screen.getByRole('button', { name: 'Load up to 10 more' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  update({ more: loading })
  expect(button).toHaveTextContent('Loading more')
  await userEvent.keyboard('{Enter}')
  expect(onReadOn).toHaveBeenCalledTimes(1)
  update({ ...twenty, more: offered })
  expect(screen.getByRole('status')).toHaveTextContent('10 more cases, 20 in all')
  expect(button).toHaveFocus()
})

test('cases that come without being asked for are not announced as more', () => {
  const { update } = renderList({ ...ten, more: offered })
  update({ ...twenty, more: offered })
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('m asks for more wherever in the panel the focus is', async () => {
  const onReadOn = vi.fn()
  renderList({ ...ten, more: offered, onReadOn })
  await userEvent.tab()
  await userEvent.keyboard('m')
  expect(onReadOn).toHaveBeenCalledTimes(1)
})

test('the last page takes the button away, and the focus goes to the note that stands there', async () => {
  const { update } = renderList({ ...ten, more: offered })
  screen.getByRole('button', { name: /Load up to/ }).focus()
  await userEvent.keyboard('{Enter}')
  update({ more: loading })
  update({ ...twenty, more: none })
  await vi.waitFor(() => expect(screen.getByText('End of the list')).toHaveFocus())
  expect(screen.queryByRole('button', { name: /Load/ })).toBeNull()
})

test('a list that was whole from the start has no note of its end', () => {
  renderList({ ...ten, more: none })
  expect(screen.queryByText('End of the list')).toBeNull()
})

test('a failure says why and can be tried again, with all rows still there', async () => {
  const onReadOn = vi.fn()
  renderList({ ...ten, more: failed(), onReadOn })
  expect(screen.getByRole('alert')).toHaveTextContent('Not all cases could be loaded. There are too many requests')
  expect(screen.getByRole('row', { name: /Title 1 / })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onReadOn).toHaveBeenCalledTimes(1)
})

test('where the server says when to try again, the list counts down and does', async () => {
  const onReadOn = vi.fn()
  renderList({ ...ten, more: failed({ retryAfterMs: 600 }), onReadOn })
  expect(screen.getByRole('timer')).toBeVisible()
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(1), 3000)
})

test('by setting the list reads on by itself when its end comes near, once a page', async () => {
  const onReadOn = vi.fn()
  const { container, update } = renderList({
    rows: manyRows(50),
    count: 50,
    more: offered,
    autoLoadMore: true,
    onReadOn,
  })
  const scroller = container.querySelector('.contact-cases-scroller')
  await new Promise(requestAnimationFrame)
  expect(onReadOn).not.toHaveBeenCalled()
  scroller?.scrollTo({ top: 1e6 })
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(1))
  update({ more: loading })
  scroller?.scrollTo({ top: 0 })
  await new Promise(requestAnimationFrame)
  scroller?.scrollTo({ top: 1e6 })
  await new Promise(requestAnimationFrame)
  expect(onReadOn).toHaveBeenCalledTimes(1)
  update({ rows: manyRows(55), count: 55, more: offered })
  scroller?.scrollTo({ top: 1e6 })
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(2))
})

test('it stops reading on by itself at a page of which nothing is shown', async () => {
  const onReadOn = vi.fn()
  const { update } = renderList({ rows: manyRows(1), count: 1, more: offered, autoLoadMore: true, onReadOn })
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(1))
  update({ more: loading })
  update({ count: 11, more: offered })
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(onReadOn).toHaveBeenCalledTimes(1)
  update({ rows: manyRows(2) })
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(2))
})

test('it does not read on by itself after a failure, nor where it was not set', async () => {
  const onReadOn = vi.fn()
  const { update } = renderList({ ...ten, more: failed(), autoLoadMore: true, onReadOn })
  await new Promise(requestAnimationFrame)
  update({ more: offered, autoLoadMore: false })
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(onReadOn).not.toHaveBeenCalled()
})

test('it does not read on by itself in a page that nobody sees, and does when it is seen again', async () => {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const onReadOn = vi.fn()
  renderList({ rows: manyRows(1), count: 1, more: offered, autoLoadMore: true, onReadOn })
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(onReadOn).not.toHaveBeenCalled()
  hidden.mockRestore()
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(onReadOn).toHaveBeenCalledTimes(1))
})
