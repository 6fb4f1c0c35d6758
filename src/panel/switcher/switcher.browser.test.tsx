import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { page } from '../../cases/testing/scripted-backend.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { renderPanel } from '../testing/render-panel.tsx'

const billing = contactOf('c-1')
const sales = contactOf('c-2', { channel: 'voice', queueName: 'Sales', phase: 'afterCallWork' })
const support = contactOf('c-3', { queueName: 'Support' })
const three = [billing, sales, support]
const rule = answerBy({ 'c-1': () => page(['a']), 'c-2': () => page(['b', 'c']), 'c-3': () => page(['d'], 'next') })

const heading = () => screen.getByRole('heading', { level: 2 })
const tab = (name: RegExp) => screen.getByRole('tab', { name })

test('one contact needs no switcher', () => {
  renderPanel({ desk: deskOf([billing], 'c-1'), rule })
  expect(screen.queryByRole('tablist')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Keep this contact here' })).toBeNull()
})

test('each contact says its channel, queue, phase and how many cases were read, and asks for none', async () => {
  const { calls } = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  expect(await screen.findByRole('tab', { name: /Chat Billing.*Connected.*1 case$/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  expect(tab(/Voice Sales.*After contact work.*Cases not read yet$/)).toHaveAttribute('aria-selected', 'false')
  expect(calls.filter((call) => call.route === 'list-cases-for-contact')).toHaveLength(1)
})

test('the switcher follows the desk', async () => {
  const panel = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  panel.source.set(deskOf(three, 'c-2'))
  await vi.waitFor(() => expect(heading()).toHaveTextContent('Voice · Sales'))
  expect(tab(/Sales/)).toHaveAttribute('aria-selected', 'true')
})

test('a contact that is chosen stays, whatever the desk views, until the agent follows the desk again', async () => {
  const panel = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  await userEvent.click(tab(/Support/))
  await vi.waitFor(() => expect(heading()).toHaveTextContent('Chat · Support'))
  expect(screen.getByText('Kept here')).toBeVisible()
  panel.source.set(deskOf(three, 'c-2'))
  await vi.waitFor(() => expect(tab(/Support/)).toHaveAttribute('aria-selected', 'true'))
  expect(heading()).toHaveTextContent('Chat · Support')
  await userEvent.click(screen.getByRole('button', { name: 'Follow the desk again' }))
  await vi.waitFor(() => expect(heading()).toHaveTextContent('Voice · Sales'))
  expect(screen.queryByText('Kept here')).toBeNull()
})

test('the contact on screen can be kept', async () => {
  const panel = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  await userEvent.click(screen.getByRole('button', { name: 'Keep this contact here' }))
  panel.source.set(deskOf(three, 'c-2'))
  expect(await screen.findByText('Kept here')).toBeVisible()
  expect(heading()).toHaveTextContent('Chat · Billing')
})

test('a kept contact says so also while it is the only one', async () => {
  const panel = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  await userEvent.click(tab(/Support/))
  panel.source.set(deskOf([support], 'c-3'))
  await vi.waitFor(() => expect(screen.queryByRole('tablist')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Follow the desk again' }))
  await vi.waitFor(() => expect(screen.queryByText('Kept here')).toBeNull())
})

test('a kept contact that leaves the desk is let go', async () => {
  const panel = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  await userEvent.click(tab(/Support/))
  panel.source.set(deskOf([billing, sales], 'c-1'))
  await vi.waitFor(() => expect(heading()).toHaveTextContent('Chat · Billing'))
  panel.source.set(deskOf(three, 'c-1'))
  await vi.waitFor(() => expect(tab(/Support/)).toHaveAttribute('aria-selected', 'false'))
})

test('the tabs are one stop; arrows move among them and ask for nothing, Enter chooses', async () => {
  const { calls } = renderPanel({ desk: deskOf(three, 'c-1'), rule })
  screen.getByRole('button', { name: 'Keep this contact here' }).focus()
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  expect(tab(/Billing/)).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(tab(/Support/)).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(tab(/Sales/)).toHaveFocus()
  expect(calls.map((call) => call.contactArn)).not.toContain(sales.contactArn)
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(heading()).toHaveTextContent('Voice · Sales'))
  expect(tab(/Sales/)).toHaveFocus()
  await userEvent.tab()
  expect(screen.getAllByRole('tab')).not.toContain(document.activeElement)
})

test('eight contacts scroll within the row, to the one that is shown', () => {
  const eight = Array.from({ length: 8 }, (_, index) => contactOf(`c-${index}`, { queueName: `Queue ${index}` }))
  const { container } = renderPanel({ desk: deskOf(eight, 'c-7'), rule, width: 320 })
  const tabs = screen.getByRole('tablist')
  expect(tabs.scrollWidth).toBeGreaterThan(tabs.clientWidth)
  expect(container.scrollWidth).toBe(320)
  expect(tab(/Queue 7/).getBoundingClientRect().right).toBeLessThanOrEqual(320)
})
