import { act, cleanup, render, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ids, page } from '../cases/testing/scripted-backend.ts'
import { Announcer, useAnnounce } from './announcer.tsx'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { listen } from './testing/listen.ts'
import { caseIds, renderPanel } from './testing/render-panel.tsx'

const both = [contactOf('c-1'), contactOf('c-2', { channel: 'voice', queueName: 'Sales' })]

test('a contact is said when it is viewed, and once more with its cases when they are there', async () => {
  const answers: (() => void)[] = []
  const { source, container } = renderPanel({
    desk: deskOf([]),
    rule: (call) => {
      if (call.contactArn !== null) answers.push(() => call.answer(page(['a', 'b'])))
    },
  })
  const said = listen(container)
  act(() => source.set(deskOf(both, 'c-2')))
  await vi.waitFor(() => expect(said).toEqual(['Voice · Sales, Connected']))
  answers.forEach((answer) => void answer())
  await vi.waitFor(() => expect(said).toEqual(['Voice · Sales, Connected', 'Voice · Sales: 2 cases']))
})

test('a contact whose cases were read before is said in one breath', async () => {
  const rule = answerBy({ 'c-1': () => page(['a']), 'c-2': () => page(['b']) })
  const { source, container } = renderPanel({ desk: deskOf(both, 'c-1'), rule })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  source.set(deskOf(both, 'c-2'))
  await vi.waitFor(() => expect(caseIds()).toEqual(['b']))
  const said = listen(container)
  source.set(deskOf(both, 'c-1'))
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(said).toEqual(['Chat · Billing: 1 case'])
})

test('loading more does not say the contact again', async () => {
  const rule = answerBy({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => page(['b']) })
  const { container } = renderPanel({ desk: deskOf(both, 'c-1'), rule })
  const said = listen(container)
  await userEvent.click(await screen.findByRole('button', { name: 'Load up to 10 more' }))
  await vi.waitFor(() => expect(said.at(-1)).toBe('1 more case, 11 in all'))
  expect(said.filter((text) => text.startsWith('Chat · Billing'))).toHaveLength(1)
})

test('a refresh that nobody asked for and that changed nothing is not said', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const answers = [page(['a']), page(['a']), page(['a', 'b'])]
  const { source, container, calls } = renderPanel({
    desk: deskOf([contactOf('c-1')], 'c-1'),
    rule: answerBy({ 'c-1': () => answers.shift() ?? null }),
  })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const said = listen(container)
  vi.setSystemTime(Date.now() + 60_000)
  act(() => source.set(deskOf([contactOf('c-1', { phase: 'afterCallWork' })], 'c-1')))
  await vi.waitFor(() => expect(calls.filter((call) => call.contactArn !== null)).toHaveLength(2))
  const refresh = await screen.findByRole('button', { name: 'Refresh' })
  vi.setSystemTime(Date.now() + 1000)
  await userEvent.click(refresh)
  await vi.waitFor(() => expect(said).toEqual(['1 new case']))
})

test('a refresh says what it changed; one that changed nothing answers the agent who asked', async () => {
  const answers = [page(['a']), page(['a', 'b', 'c']), page(['a', 'b', 'c'])]
  const rule = answerBy({ 'c-1': () => answers.shift() ?? null })
  const { container } = renderPanel({ desk: deskOf(both, 'c-1'), rule })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const said = listen(container)
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }))
  await vi.waitFor(() => expect(said).toEqual(['2 new cases']))
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }))
  await vi.waitFor(() => expect(said).toEqual(['2 new cases', 'Refreshed, nothing changed']))
})

function Speaker() {
  const announce = useAnnounce()
  return (
    <button type="button" onClick={() => announce('Copied')}>
      Say
    </button>
  )
}

test('the same text twice is two changes', async () => {
  onTestFinished(cleanup)
  const { container } = render(
    <Announcer>
      <Speaker />
    </Announcer>,
  )
  const said = listen(container)
  await userEvent.click(screen.getByRole('button', { name: 'Say' }))
  await userEvent.click(screen.getByRole('button', { name: 'Say' }))
  expect(said).toEqual(['Copied', 'Copied'])
  expect(screen.getByRole('status')).toHaveTextContent(/^Copied$/)
})

test('on a switch, a focus that was in the old contact goes to the new one’s name', async () => {
  const rule = answerBy({ 'c-1': () => page(['a']) })
  const { source } = renderPanel({ desk: deskOf(both, 'c-1'), rule })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  screen.getByRole('button', { name: 'Refresh' }).focus()
  act(() => source.set(deskOf(both, 'c-2')))
  expect(screen.getByRole('heading', { level: 2, name: 'Voice · Sales' })).toHaveFocus()
})

test('on a switch, a focus elsewhere stays there', async () => {
  const { source } = renderPanel({ desk: deskOf(both, 'c-1'), rule: answerBy({}) })
  const tab = screen.getByRole('tab', { name: /Billing/ })
  tab.focus()
  act(() => source.set(deskOf(both, 'c-2')))
  expect(tab).toHaveFocus()
})

test('a focus on the tab of a contact that leaves goes to the name of the one that is shown', () => {
  const { source } = renderPanel({ desk: deskOf(both, 'c-1'), rule: answerBy({}) })
  screen.getByRole('tab', { name: /Sales/ }).focus()
  act(() => source.set(deskOf(both.slice(0, 1), 'c-1')))
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
})

test('when the last contact goes, the focus stays in the panel', async () => {
  const { source } = renderPanel({ desk: deskOf([contactOf('c-1')], 'c-1'), rule: answerBy({}) })
  screen.getByRole('button', { name: 'Keyboard shortcuts' }).focus()
  act(() => source.set(deskOf([])))
  expect(screen.getByRole('region', { name: 'Contact cases' })).toContainElement(document.body.querySelector(':focus'))
})
