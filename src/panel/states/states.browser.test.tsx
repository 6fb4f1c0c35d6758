import { act, cleanup, render, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { page, problem } from '../../cases/testing/scripted-backend.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { failedDesk } from '../testing/failed-desk.ts'
import { caseIds, renderPanel } from '../testing/render-panel.tsx'
import { StartFailure } from './start-failure.tsx'

const viewed = deskOf([contactOf('c-1')], 'c-1')
/** Answers one after the other, and then no more. */
const answering = (...answers: Response[]) => answerBy({ 'c-1': () => answers.shift() ?? null })

test('before the desk answers, the panel says what it waits for', () => {
  renderPanel({ desk: { status: 'connecting' } })
  expect(screen.getByText('Connecting')).toBeVisible()
})

test.each([
  ['signed_out', 'You are signed out', 'Sign in'],
  ['access_denied', 'No access', 'Ask your administrator'],
  ['no_answer', 'does not answer', 'load this page again'],
  ['stopped_answering', 'stopped answering', 'Check your connection'],
  ['unsupported_host', 'cannot run here', 'Ask your administrator'],
  ['no_desktop', 'does not answer', 'Load this page again'],
] as const)('a desk that failed with %s says what happened and what to do', (code, what, todo) => {
  renderPanel({ desk: failedDesk(code) })
  expect(screen.getByRole('alert')).toHaveTextContent(what)
  expect(screen.getByRole('alert')).toHaveTextContent(todo)
})

test('a desk without a contact says that cases will appear', () => {
  renderPanel({ desk: deskOf([]) })
  expect(screen.getByText('No contact')).toBeVisible()
})

test('loading is said, but shown only when it takes long', async () => {
  const { container } = renderPanel({ desk: viewed, rule: answerBy({ 'c-1': () => null }) })
  const skeleton = screen.getByText('Loading cases').parentElement ?? container
  expect(skeleton).toHaveRole('status')
  expect(getComputedStyle(skeleton).opacity).toBe('0')
  await vi.waitFor(() => expect(getComputedStyle(skeleton).opacity).toBe('1'))
})

test('a contact without cases says so, and can be looked at again', async () => {
  renderPanel({ desk: viewed, rule: answering(page([]), page(['a'])) })
  expect(await screen.findByText('No case is linked to this contact.')).toBeVisible()
  expect(screen.getAllByRole('button', { name: 'Refresh' })).toHaveLength(2)
})

test('a failure says what to do; after a retry the cases are there, and the focus on their contact', async () => {
  renderPanel({ desk: viewed, rule: answering(problem('upstream_denied'), page(['a'])) })
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Cases could not be loaded')
  expect(alert).toHaveTextContent('Ask your administrator to check its permissions.')
  screen.getByRole('button', { name: 'Try again' }).focus()
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
})

test('a contact that is not yet the agent’s is no error', async () => {
  renderPanel({ desk: viewed, rule: answering(problem('contact_not_yours')) })
  expect(await screen.findByText(/appear once you accept it/)).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('too many requests: the panel counts down and tries again by itself, and says so only once', async () => {
  renderPanel({ desk: viewed, rule: answering(problem('throttled', { 'retry-after': '2' }), page(['a'])) })
  const timer = await screen.findByRole('timer')
  expect(timer).toHaveTextContent('Next try in 2 sec')
  expect(screen.getByRole('alert')).not.toContainElement(timer)
  await vi.waitFor(() => expect(timer).toHaveTextContent('Next try in 1 sec'), { timeout: 3000 })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']), { timeout: 3000 })
})

test('the countdown can be cut short', async () => {
  renderPanel({ desk: viewed, rule: answering(problem('throttled', { 'retry-after': '20' }), page(['a'])) })
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
})

test('a refresh that failed keeps the rows, says of when they are, and can be tried again', async () => {
  renderPanel({ desk: viewed, rule: answering(page(['a']), problem('upstream_denied'), page(['b'])) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await screen.findByText(/^Shown as of .+: the cases could not be read again\.$/)).toHaveRole('status')
  expect(caseIds()).toEqual(['a'])
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(caseIds()).toEqual(['b']))
  expect(screen.queryByText(/Shown as of/)).toBeNull()
})

test('a refresh that nobody asked for and that had to yield keeps the rows, without a word and without a countdown', async () => {
  const ringing = contactOf('c-1', { phase: 'incoming' })
  const { source, calls } = renderPanel({ desk: deskOf([ringing], 'c-1'), rule: answering(page(['a'])) })
  const lists = () => calls.filter(({ route }) => route === 'list-cases-for-contact')
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  onTestFinished(() => clock.mockRestore())
  act(() => source.set(deskOf([{ ...ringing, phase: 'connected' }], 'c-1')))
  await screen.findByRole('button', { name: 'Refreshing' })
  lists()[1]?.answer(problem('throttled', { 'retry-after': '2' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }))
  for (const absent of [screen.queryByRole('timer'), screen.queryByRole('alert'), screen.queryByText(/Shown as of/)]) {
    expect(absent).toBeNull()
  }
  expect(caseIds()).toEqual(['a'])
  lists()[2]?.answer(page(['b']))
  await vi.waitFor(() => expect(caseIds()).toEqual(['b']))
  expect(lists().map(({ priority }) => priority)).toEqual(['u=2', 'u=6', 'u=3'])
})

test('without a network, the rows are told to be of an earlier time', async () => {
  renderPanel({ desk: viewed, rule: answering(page(['a'])) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  expect(await screen.findByText(/^Offline\. Shown as of/)).toBeVisible()
  onLine.mockRestore()
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(screen.queryByText(/Offline/)).toBeNull())
})

test('a page with wrong settings says what to mend', () => {
  onTestFinished(cleanup)
  render(<StartFailure reason="wrongSettings" detail="region must be an AWS Region such as us-east-1" />)
  expect(screen.getByRole('alert')).toHaveTextContent('The settings cannot be used')
  expect(screen.getByText(/us-east-1/)).toBeVisible()
})
