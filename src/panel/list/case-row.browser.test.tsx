import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { RowField } from '../../contract/answers.ts'
import { en } from '../../locales/en.ts'
import { createWords } from '../../locales/words.ts'
import { renderList } from './testing/render-list.tsx'
import { caseRow, failedDetails, known } from './testing/rows.ts'

const row = (name: string | RegExp = /./) => screen.getByRole('row', { name })
const heights = () => screen.getAllByRole('row').map((each) => each.getBoundingClientRect().height)
const withFields = (...fields: readonly RowField[]) => [caseRow('1', { details: known('1', { fields: [...fields] }) })]
const named = { fieldId: 'f', name: 'Field' } as const
const wide = 'W'.repeat(400)

test('a title is a link to the case in a new tab, and stays away from the page it came from', () => {
  renderList({ rows: [caseRow('a/b', { details: known('a/b', { title: 'Lamp flickers' }) })] })
  const link = screen.getByRole('link', { name: 'Lamp flickers (opens in a new tab)' })
  expect(link).toHaveAttribute('href', 'https://example.com/cases/a/b')
  expect(link).toHaveAttribute('target', '_blank')
  expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

test('where the host opens cases, a press asks the host, and with Ctrl the browser', async () => {
  const onOpenCase = vi.fn()
  renderList({ rows: [caseRow('1')], links: { onOpenCase } })
  const link = screen.getByRole('link', { name: 'Title 1' })
  await userEvent.click(link)
  expect(onOpenCase.mock.calls).toEqual([['1']])
  link.addEventListener('click', (event) => event.preventDefault())
  await userEvent.click(link, { modifiers: ['Control'] })
  expect(onOpenCase).toHaveBeenCalledTimes(1)
})

test('where the host opens cases and no address is set, the title is a button', async () => {
  const onOpenCase = vi.fn()
  renderList({ rows: [caseRow('1')], links: { urlOf: () => null, onOpenCase } })
  await userEvent.click(screen.getByRole('button', { name: 'Title 1' }))
  expect(onOpenCase.mock.calls).toEqual([['1']])
})

test('where nothing opens a case, there is no link, and no link to copy', () => {
  renderList({ rows: [caseRow('1')], links: { urlOf: () => null } })
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Copy reference'])
})

test.each([
  [{ value: 'open', label: null }, 'Open'],
  [{ value: 'closed', label: null }, 'Closed'],
  [{ value: 'closed', label: 'Resolved' }, 'Resolved'],
  [{ value: 'parts', label: 'Waiting for parts' }, 'Waiting for parts'],
  [{ value: 'parts', label: null }, 'parts'],
])('the status %o is called %s', (status, name) => {
  renderList({ rows: [caseRow('1', { details: known('1', { status }) })] })
  expect(row(new RegExp(name))).toHaveTextContent(name)
})

test('the shapes of open, closed and other statuses differ', () => {
  const shapeOf = (value: string) => {
    const { container } = renderList({
      rows: [caseRow('1', { details: known('1', { status: { value, label: 'x' } }) })],
    })
    return container.querySelector('.contact-cases-status path')?.getAttribute('d')
  }
  expect(new Set(['open', 'closed', 'parts'].map(shapeOf)).size).toBe(3)
})

test('a last update is told as how long ago, and exactly while its row has the focus', async () => {
  const updatedAt = new Date(Date.now() - 3 * 60_000).toISOString()
  renderList({ rows: [caseRow('1', { details: known('1', { updatedAt }) })] })
  const time = screen.getByRole('time')
  expect(time).toHaveAttribute('datetime', updatedAt)
  const exact = within(time).getByText(createWords('en', en).dateTime(Date.parse(updatedAt)))
  expect(within(time).getByText('3 min. ago')).toBeVisible()
  expect(exact).not.toBeVisible()
  await userEvent.tab()
  expect(exact).toBeVisible()
  expect(within(time).getByText('3 min. ago')).not.toBeVisible()
})

test('a case that was never updated says when it was made; one without any time says none', () => {
  renderList({
    rows: [
      caseRow('1', { details: known('1', { updatedAt: null }) }),
      caseRow('2', { details: known('2', { updatedAt: null, createdAt: null }) }),
      caseRow('3', { details: known('3', { updatedAt: 'yesterday' }) }),
    ],
  })
  expect(screen.getAllByRole('time').map((time) => time.textContent)).toEqual([expect.stringContaining('Created')])
})

test('a case without a title says so, and one without anything is still a row', () => {
  const nothing = { title: null, status: null, referenceNumber: null, createdAt: null, updatedAt: null }
  renderList({ rows: [caseRow('1', { details: known('1', nothing) })] })
  expect(row('No title')).toBeVisible()
})

test('a case of the contact before the transfer says so', () => {
  renderList({ rows: [caseRow('1', { linkedTo: 'initial' }), caseRow('2')] })
  expect(row(/Title 1/)).toHaveTextContent('Before the transfer')
  expect(row(/Title 2/)).not.toHaveTextContent('Before the transfer')
})

test('a case that appeared is marked as new, and the mark goes', async () => {
  renderList({ rows: [caseRow('1')], appeared: new Set(['1']) })
  const mark = screen.getByText('New')
  expect(mark).toBeVisible()
  for (const animation of mark.getAnimations()) animation.finish()
  await vi.waitFor(() => expect(mark).not.toBeVisible())
})

test('a row is as high before its details are there as after, and when they fail', () => {
  const { update } = renderList({ rows: [caseRow('1', { details: { status: 'loading' } })] })
  const before = heights()
  update({ rows: [caseRow('1', { linkedTo: 'initial', details: known('1', { title: wide }) })] })
  expect(heights()).toEqual(before)
  update({ rows: [caseRow('1', { details: failedDetails('1') })] })
  expect(heights()).toEqual(before)
  update({ rows: [caseRow('1', { details: { status: 'none' } })] })
  expect(heights()).toEqual(before)
})

test('where rows had extra fields the last time, a row keeps a line for them', () => {
  const loading = [caseRow('1', { details: { status: 'loading' } })]
  const { update, preferences } = renderList({ rows: withFields({ ...named, type: 'Text', value: wide }) })
  const before = heights()
  expect(preferences.get().fieldLine).toBe(true)
  update({ rows: loading })
  expect(heights()).toEqual(before)
  update({ rows: [caseRow('1')] })
  expect(heights()[0]).toBeLessThan(before[0] ?? 0)
  expect(preferences.get().fieldLine).toBe(false)
})

test('while details are loading a row says so, and which case it is', () => {
  renderList({ rows: [caseRow('1a2b3c4d-5e6f', { details: { status: 'loading' } })] })
  expect(row('Case 1a2b3c4d Loading details')).toBeVisible()
})

test('where the server offers no details, a row is the id of its case', () => {
  renderList({ rows: [caseRow('1a2b3c4d-5e6f', { details: { status: 'none' } })] })
  expect(row('1a2b3c4d-5e6f')).toBeVisible()
})

test('a row whose details failed is tried again alone, and once while it is being tried', async () => {
  const onRetryDetails = vi.fn()
  const failed = caseRow('2', { details: failedDetails('2') })
  const { update } = renderList({ rows: [caseRow('1'), failed], onRetryDetails })
  expect(row(/Case 2/)).toHaveTextContent('Details could not be loaded.')
  expect(screen.getByRole('link', { name: /Case 2/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetryDetails.mock.calls).toEqual([['2']])
  update({ rows: [caseRow('1'), { ...failed, details: { ...failedDetails('2'), retrying: true } }] })
  const button = screen.getByRole('button', { name: 'Loading details' })
  expect(button).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onRetryDetails).toHaveBeenCalledTimes(1)
})

test('a case that is gone says so; there is nothing to try or to open', () => {
  renderList({ rows: [caseRow('1', { details: failedDetails('1', 'case_not_found') })] })
  expect(row(/This case no longer exists/)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
})

test.each(['ltr', 'rtl'] as const)(
  'at 320 pixels, %s, nothing is wider than the list, whatever people wrote',
  (direction) => {
    const long = { title: wide, referenceNumber: wide, status: { value: wide, label: null } }
    const { container } = renderList({
      width: 320,
      words: createWords('en', en, { direction }),
      rows: [
        caseRow(wide, { details: { status: 'none' } }),
        caseRow('1', {
          linkedTo: 'initial',
          details: known('1', { ...long, fields: [{ ...named, name: wide, type: 'Text', value: wide }] }),
        }),
        caseRow('2', { details: failedDetails('2') }),
      ],
      appeared: new Set(['1']),
    })
    const scroller = container.querySelector('.contact-cases-scroller')
    expect(scroller?.scrollWidth).toBe(scroller?.clientWidth)
    for (const each of screen.getAllByRole('row')) expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth)
  },
)

test('a title from right to left begins where its readers begin', () => {
  renderList({ rows: [caseRow('1', { details: known('1', { title: 'הדפסה לא עובדת' }) })] })
  expect(getComputedStyle(screen.getByText('הדפסה לא עובדת')).direction).toBe('rtl')
})

test('a cut text under the pointer is told in whole, and one that is not cut has no tooltip', async () => {
  renderList({ rows: [caseRow('1', { details: known('1', { title: wide }) }), caseRow('2')] })
  await userEvent.hover(screen.getByText('Title 2'))
  expect(screen.getByText('Title 2').closest('[data-tooltip]')).toBeNull()
  await userEvent.hover(screen.getByText(wide))
  expect(await screen.findByText(wide, { selector: '[role="tooltip"]' })).toBeVisible()
})

test('a cut title is told in whole by a tooltip while its row has the focus', async () => {
  renderList({ rows: [caseRow('1', { details: known('1', { title: 'word '.repeat(30).trim() }) }), caseRow('2')] })
  await userEvent.tab()
  const tooltip = await screen.findByText('word '.repeat(30).trim(), { selector: '[role="tooltip"]' })
  expect(tooltip).toBeVisible()
  await userEvent.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(document.querySelector('[role="tooltip"]')).toBeNull())
})
