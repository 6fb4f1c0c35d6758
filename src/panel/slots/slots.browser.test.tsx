import { act, cleanup, render, screen, within } from '@testing-library/react'
import { memo, useState } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createScriptedBackend, details, foundCase, page } from '../../cases/testing/scripted-backend.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { ContactCases, type StandaloneProps } from '../contact-cases.tsx'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { renderPanel } from '../testing/render-panel.tsx'
import type { CaseSlot, ContactSlot } from './slots-context.ts'

const desk = deskOf([contactOf('c-1')], 'c-1')
const caseUrlTemplate = '#{caseId}'
const rule = answerBy({
  'c-1': () => page(['a', 'b'], null, { detailsToken: 'd-1' }),
  'case-details': () => details(foundCase('a', { referenceNumber: '17' }), 'b'),
})
const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
const rowOf = (name: string | RegExp) => screen.findByRole('row', { name })

test('a desktop draws its own rows, the panel’s content in them where it wants, and they are named by all they show', async () => {
  const renderCase = ({ row, content }: CaseSlot) => (
    <section>
      <b>Priority of {row.caseId}</b>
      {content}
    </section>
  )
  renderPanel({ desk, rule, caseUrlTemplate, renderCase })
  const row = await rowOf(/^Priority of a Title of a.*Open.*Reference 17/)
  expect(within(row).getByRole('link', { name: /^Title of a/ })).toBeVisible()
})

test('rows that a desktop draws take the same keys: Enter opens, C copies, the arrows reach what can be done', async () => {
  const onOpenCase = vi.fn()
  const onPress = vi.fn()
  const caseActions = ({ caseId }: CaseSlot['row']) => [
    { id: 'merge', label: `Merge ${caseId}`, icon: 'M', onPress: () => onPress(caseId) },
  ]
  renderPanel({ desk, rule, onOpenCase, caseActions, renderCase: ({ row }) => `Mine ${row.caseId}` })
  const row = await rowOf('Mine a')
  await within(row).findByRole('button', { name: 'Copy reference' })
  act(() => row.focus())
  await userEvent.keyboard('{Enter}')
  expect(onOpenCase).toHaveBeenCalledExactlyOnceWith('a')
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(screen.getByRole('button', { name: 'Merge a' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onPress).toHaveBeenCalledExactlyOnceWith('a')
  expect(within(row).getByRole('button', { name: 'Merge a' }).closest('[data-press]')).toHaveAttribute(
    'data-press',
    'merge',
  )
})

test('extra actions stand beside the panel’s own, in rows that the panel draws', async () => {
  const caseActions = () => [{ id: 'merge', label: 'Merge', icon: 'M', onPress() {} }]
  renderPanel({ desk, rule, caseUrlTemplate, caseActions })
  const row = await rowOf(/Title of a/)
  const names = within(row)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'))
  expect(names).toEqual(['Copy reference', 'Copy link', 'Merge'])
})

test('what a desktop draws wrongly is replaced by the panel’s own, in its row only, and is told once', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => quiet.mockRestore())
  const onProblem = vi.fn()
  const broken = new Error('no such field')
  const renderCase = ({ row, content }: CaseSlot) => {
    if (row.caseId === 'a' && row.details.status === 'known') throw broken
    return <>Mine {content}</>
  }
  renderPanel({ desk, rule, caseUrlTemplate, renderCase, onProblem })
  expect(await rowOf(/^Title of a/)).toBeVisible()
  expect(await rowOf(/^Mine Title of b/)).toBeVisible()
  expect(onProblem).toHaveBeenCalledExactlyOnceWith({ kind: 'slot', slot: 'renderCase', error: broken })
})

/** A desktop that renders at each problem, with new functions each time. */
function RestlessDesktop({ onProblem, ...setup }: Pick<StandaloneProps, 'source' | 'client'> & { onProblem(): void }) {
  const [problems, setProblems] = useState(0)
  const fail = () => {
    throw new Error(`after ${problems} problems`)
  }
  const count = () => {
    onProblem()
    setProblems((before) => before + 1)
  }
  return <ContactCases {...setup} renderCase={fail} caseActions={fail} onProblem={count} />
}

test('a handler that draws the desktop anew is no loop, though its slots are new functions each time', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => quiet.mockRestore())
  const { client } = createScriptedBackend(rule)
  const source = createMemorySource(desk)
  const told = vi.fn()
  onTestFinished(cleanup)
  render(<RestlessDesktop {...{ source, client }} onProblem={told} />)
  expect(await rowOf(/^Title of b/)).toBeVisible()
  const soFar = told.mock.calls.length
  await twoFrames()
  expect(told).toHaveBeenCalledTimes(soFar)
})

const Mine = memo(({ row, onDraw }: Pick<CaseSlot, 'row'> & { onDraw(caseId: string): void }) => {
  onDraw(row.caseId)
  return row.caseId
})

test('a row is drawn again when its case changes, and not because others do or the panel renders', async () => {
  const drawn = vi.fn()
  const renderCase = ({ row }: CaseSlot) => <Mine row={row} onDraw={drawn} />
  const { calls, source } = renderPanel({
    desk,
    renderCase,
    rule: answerBy({ 'c-1': () => page(['a', 'b'], null, { detailsToken: 'd-1' }) }),
  })
  await rowOf('a')
  await vi.waitFor(() => expect(calls.at(-1)?.route).toBe('case-details'))
  drawn.mockClear()
  act(() => source.set(deskOf([contactOf('c-1', { phase: 'paused' })], 'c-1')))
  await userEvent.keyboard('{Tab}{Tab}{Tab}')
  expect(drawn).not.toHaveBeenCalled()
})

test('a desktop names the contact itself, with the panel’s heading where it wants', async () => {
  const renderHeader = ({ contact, content }: ContactSlot) => (
    <>
      <p>Customer of {contact.queueName}</p>
      {content}
    </>
  )
  renderPanel({ desk, rule, renderHeader })
  expect(screen.getByText('Customer of Billing')).toBeVisible()
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Billing')
})

test('a desktop has its own words and a way on where there are no cases', async () => {
  const renderEmpty = ({ contact }: ContactSlot) => <button type="button">New case for {contact.contactId}</button>
  renderPanel({ desk, rule: answerBy({}), renderEmpty })
  expect(await screen.findByRole('button', { name: 'New case for c-1' })).toBeVisible()
  expect(screen.queryByText('No cases')).toBeNull()
})

test('the page’s styles reach what the desktop draws, and not the panel’s own parts in it', async () => {
  const style = document.createElement('style')
  style.textContent = '.mine, .contact-cases p, .contact-cases h2 { letter-spacing: 7px }'
  document.head.append(style)
  onTestFinished(() => style.remove())
  const renderHeader = ({ content }: ContactSlot) => (
    <>
      <p className="mine">Mine</p>
      {content}
    </>
  )
  renderPanel({ desk, rule, renderHeader })
  expect(getComputedStyle(screen.getByText('Mine')).letterSpacing).toBe('7px')
  expect(getComputedStyle(screen.getByRole('heading', { level: 2 })).letterSpacing).toBe('normal')
})

test('a compact panel has lower rows, of one height before and after their details, and controls one can hit', async () => {
  const { calls } = renderPanel({
    desk,
    density: 'compact',
    caseUrlTemplate,
    rule: answerBy({ 'c-1': () => page(['a', 'b'], null, { detailsToken: 'd-1' }) }),
  })
  const [, before] = await vi.waitFor(() => {
    const rows = screen.getAllByRole('row')
    expect(rows).toHaveLength(3)
    return rows.map((row) => row.getBoundingClientRect().height)
  })
  calls.findLast(({ route }) => route === 'case-details')?.answer(details('a', 'b'))
  const row = await rowOf(/^Title of a/)
  expect(row.getBoundingClientRect().height).toBe(before)
  expect(before).toBeLessThan(50)
  const sizes = within(row)
    .getAllByRole('button')
    .map((button) => button.getBoundingClientRect().height)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
})
