import { screen } from '@testing-library/react'
import axe from 'axe-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderList } from './testing/render-list.tsx'
import { caseRow, failedDetails, known, manyRows, templateRow } from './testing/rows.ts'

const scroller = (container: HTMLElement) => {
  const element = container.querySelector('.contact-cases-scroller')
  if (element === null) throw new Error('no scroller')
  return element
}
const rowOf = (name: RegExp) => screen.getByRole('row', { name })
const topOf = (element: Element) => element.getBoundingClientRect().top

test('a listener hears templates, and under each its cases with all that is known', async () => {
  const old = '2020-01-01T08:00:00Z'
  renderList({
    rows: [
      templateRow('repairs', { count: 2 }),
      caseRow('1', { details: known('1', { title: 'Lamp flickers', referenceNumber: '100481', updatedAt: old }) }),
      caseRow('2', { linkedTo: 'initial', details: { status: 'loading' } }),
      templateRow('legacy', { standing: 'inactive', count: 4, collapsed: true }),
    ],
    appeared: new Set(['1']),
  })
  await expect.element(screen.getByRole('treegrid')).toMatchAriaInlineSnapshot(`
    - treegrid "Cases":
      - row "Repairs 2 cases" [level=1] [expanded]:
        - gridcell "Repairs 2 cases":
          - button "Repairs" [expanded]
          - text: 2 cases
      - row "Lamp flickers New Open Reference 100481 Updated 6 yr. ago" [level=2]:
        - gridcell "Lamp flickers (opens in a new tab) New":
          - link "Lamp flickers (opens in a new tab)":
            - /url: https://example.com/cases/1
          - text: New
        - gridcell "Open Reference 100481 Updated 6 yr. ago":
          - text: Open Reference 100481
          - time: Updated 6 yr. ago
        - gridcell "Open case (opens in a new tab) Copy reference Copy link":
          - link "Open case (opens in a new tab)":
            - /url: https://example.com/cases/1
          - button "Copy reference"
          - button "Copy link"
      - row "Case 2 Before the transfer Loading details" [level=2]:
        - gridcell "Case 2 (opens in a new tab) Before the transfer":
          - link "Case 2 (opens in a new tab)":
            - /url: https://example.com/cases/2
          - text: Before the transfer
        - gridcell "Loading details"
        - gridcell "Open case (opens in a new tab) Copy link":
          - link "Open case (opens in a new tab)":
            - /url: https://example.com/cases/2
          - button "Copy link"
      - row "Legacy Inactive 4 cases" [level=1]:
        - gridcell "Legacy Inactive 4 cases":
          - button "Legacy"
          - text: Inactive 4 cases
  `)
})

test('axe finds nothing wrong in a list of every kind of row', async () => {
  const { container } = renderList({
    rows: [
      templateRow('repairs', { count: 4 }),
      caseRow('1', { details: known('1', { status: { value: 'open', label: null } }) }),
      caseRow('2', { linkedTo: 'initial', details: { status: 'loading' } }),
      caseRow('3', { details: failedDetails('3') }),
      caseRow('4', {
        details: known('4', { fields: [{ fieldId: 'u', name: 'Site', type: 'Url', value: 'https://e.org' }] }),
      }),
      templateRow('legacy', { standing: 'inactive', collapsed: true }),
    ],
    appeared: new Set(['1']),
    more: { status: 'offered' },
  })
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.hover(rowOf(/Title 1/))
  const { violations } = await axe.run(container)
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})

test('of 5,000 rows only a screenful is in the document, and each says where it stands', async () => {
  const { container } = renderList({ rows: manyRows(5000) })
  expect(screen.getAllByRole('row').length).toBeLessThan(30)
  expect(screen.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '5001')
  await userEvent.tab()
  await userEvent.keyboard('{End}')
  const last = rowOf(/Title 5000 /)
  expect(last).toHaveFocus()
  expect(last).toHaveAttribute('aria-rowindex', '5001')
  expect(last).toHaveAttribute('aria-posinset', '5000')
  expect(last).toHaveAttribute('aria-setsize', '5000')
  await vi.waitFor(() => expect(last.getBoundingClientRect().bottom).toBeLessThan(501))
  expect(screen.getAllByRole('row').length).toBeLessThan(40)
  await userEvent.keyboard('{Home}')
  expect(screen.getByRole('row', { name: /General/ })).toHaveFocus()
  await vi.waitFor(() => expect(scroller(container).scrollTop).toBe(0))
})

test('while there may be more cases, the number of rows is said to be unknown', () => {
  renderList({ more: { status: 'offered' } })
  expect(screen.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '-1')
})

test('a list that is not grouped is of one level', () => {
  renderList({ rows: [caseRow('1'), caseRow('2')] })
  expect(rowOf(/Title 2/)).toHaveAttribute('aria-level', '1')
  expect(rowOf(/Title 2/)).toHaveAttribute('aria-posinset', '2')
})

test('a template stays at the top while its cases scroll, until the next one comes', async () => {
  const second = Array.from({ length: 50 }, (_, index) => caseRow(`b${index}`, { templateId: 'second' }))
  const { container } = renderList({ rows: [...manyRows(50), templateRow('second', { count: 50 }), ...second] })
  scroller(container).scrollTop = 1000
  await vi.waitFor(() => expect(rowOf(/Title 20 /)).toBeVisible())
  expect(topOf(rowOf(/General/))).toBe(topOf(scroller(container)))
  scroller(container).scrollTop = 4000
  await vi.waitFor(() => expect(topOf(rowOf(/Second/))).toBe(topOf(scroller(container))))
  expect(screen.queryByRole('row', { name: /General/ })).not.toBeNull()
})

test('rows that go as the list finds its height are no error on the page', async () => {
  const errors: string[] = []
  const note = ({ message }: ErrorEvent) => errors.push(message)
  addEventListener('error', note)
  onTestFinished(() => removeEventListener('error', note))
  const { container } = renderList({ rows: manyRows(100) })
  scroller(container).scrollTop = 1000
  await vi.waitFor(() => expect(rowOf(/Title 20 /)).toBeVisible())
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  expect(errors).toEqual([])
})

test('the row of the focus stays in the document when it is scrolled out of sight', async () => {
  const { container } = renderList({ rows: manyRows(1000) })
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  scroller(container).scrollTop = 20_000
  await vi.waitFor(() => expect(rowOf(/Title 360 /)).toBeVisible())
  expect(rowOf(/Title 2 /)).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  expect(rowOf(/Title 3 /)).toHaveFocus()
  await vi.waitFor(() => expect(topOf(rowOf(/Title 3 /))).toBeGreaterThanOrEqual(topOf(scroller(container))))
})

test('in large text too, no row of the focus lies under the template that sticks', async () => {
  const { container, update } = renderList({ rows: manyRows(100) })
  const panel = container.querySelector<HTMLElement>('.contact-cases')
  panel?.style.setProperty('--contact-cases-text-size', '28px')
  update({ rows: manyRows(101) })
  await userEvent.tab()
  await userEvent.keyboard('{End}')
  for (let times = 0; times < 6; times++) await userEvent.keyboard('{ArrowUp}')
  const focused = document.activeElement ?? container
  const sticks = rowOf(/General/).getBoundingClientRect().bottom
  await vi.waitFor(() => expect(topOf(focused)).toBeGreaterThanOrEqual(sticks - 1))
})

test('a page more renders no row again that was there', () => {
  const rows = manyRows(5)
  const rendered: string[] = []
  const links = {
    urlOf: (caseId: string) => {
      rendered.push(caseId)
      return null
    },
  }
  const { update } = renderList({ rows, links })
  rendered.length = 0
  update({ rows: [...rows, caseRow('new')] })
  expect(new Set(rendered)).toEqual(new Set(['new']))
})

test('a page more moves nothing that is on screen', async () => {
  const rows = manyRows(100)
  const { container, update } = renderList({ rows })
  scroller(container).scrollTop = 2000
  await vi.waitFor(() => expect(rowOf(/Title 40 /)).toBeVisible())
  const before = topOf(rowOf(/Title 40 /))
  update({ rows: [...rows, ...Array.from({ length: 10 }, (_, index) => caseRow(`more ${index}`))] })
  expect(topOf(rowOf(/Title 40 /))).toBe(before)
  expect(scroller(container).scrollTop).toBe(2000)
})

test('a press on a template folds it away, and another brings it back', async () => {
  const onCollapse = vi.fn()
  const { update } = renderList({ onCollapse })
  expect(rowOf(/General/)).toHaveAttribute('aria-expanded', 'true')
  await userEvent.click(screen.getByRole('button', { name: 'General' }))
  expect(onCollapse).toHaveBeenLastCalledWith('general', true)
  update({ rows: [templateRow('general', { count: 3, collapsed: true })] })
  expect(rowOf(/General/)).toHaveAttribute('aria-expanded', 'false')
  expect(rowOf(/General/)).toHaveFocus()
  await userEvent.click(screen.getByRole('button', { name: 'General' }))
  expect(onCollapse).toHaveBeenLastCalledWith('general', false)
})

test('templates say that they are inactive or deleted, and one without a name says its id', () => {
  renderList({
    rows: [
      templateRow('a', { standing: 'inactive' }),
      templateRow('b', { standing: 'deleted' }),
      templateRow('1a2b3c4d-5e6f', { name: null, standing: 'unknown' }),
    ],
  })
  expect(rowOf(/^A/)).toHaveTextContent('Inactive')
  expect(rowOf(/^B/)).toHaveTextContent('Deleted')
  expect(rowOf(/Template 1a2b3c4d /)).toBeVisible()
})
