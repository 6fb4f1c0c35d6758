import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { arnOf } from '../../cases/testing/arns.ts'
import { details, foundCase, page, problem } from '../../cases/testing/scripted-backend.ts'
import { fixedSignIn } from '../../sign-in/testing/fixed-sign-in.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { failedDesk } from '../testing/failed-desk.ts'
import { renderPanel } from '../testing/render-panel.tsx'

const desk = deskOf([contactOf('c-1')], 'c-1')

/** What a panel tells, in order. */
function handlers() {
  return { onCasesChanged: vi.fn(), onProblem: vi.fn() }
}

test('cases are told by their number, once for each change, and never by their titles', async () => {
  const lists = [page(['a', 'b'], 'next', { detailsToken: 'd-1' }), page(['a', 'z'], 'next')]
  const rule = answerBy({
    'c-1': () => lists.shift() ?? null,
    'c-1 next': () => page(['c']),
    'case-details': () => details(foundCase('a', { title: 'A secret' }), 'b'),
  })
  const { onCasesChanged, onProblem } = handlers()
  renderPanel({ desk, rule, onCasesChanged, onProblem })
  const told = () => onCasesChanged.mock.calls.map(([{ loaded, hasMore }]) => `${loaded}${hasMore ? '+' : ''}`)
  await screen.findByText('A secret')
  expect(onCasesChanged).toHaveBeenCalledExactlyOnceWith({ contactArn: arnOf('c-1'), loaded: 2, hasMore: true })
  screen.getByRole('button', { name: 'Load up to 10 more' }).click()
  await vi.waitFor(() => expect(told()).toEqual(['2+', '3']))
  expect(JSON.stringify(onCasesChanged.mock.calls)).not.toContain('secret')
  expect(onProblem).not.toHaveBeenCalled()
})

test('a refresh that brings another case is told though there are as many', async () => {
  const lists = [page(['a', 'b']), page(['a', 'b']), page(['a', 'z'])]
  const { onCasesChanged, onProblem } = handlers()
  const rule = answerBy({ 'c-1': () => lists.shift() ?? null })
  const { calls } = renderPanel({ desk, rule, onCasesChanged, onProblem })
  const refresh = await screen.findByRole('button', { name: 'Refresh' })
  await vi.waitFor(() => expect(onCasesChanged).toHaveBeenCalledTimes(1))
  act(() => refresh.click())
  await vi.waitFor(() => expect(calls.filter(({ contactArn }) => contactArn !== null)).toHaveLength(2))
  await screen.findByText('Refreshed, nothing changed')
  expect(onCasesChanged).toHaveBeenCalledTimes(1)
  act(() => screen.getByRole('button', { name: 'Refresh' }).click())
  await vi.waitFor(() => expect(onCasesChanged).toHaveBeenCalledTimes(2))
})

test('each problem is told once by its code: of the desk, of the cases, of signing in', async () => {
  const { onProblem } = handlers()
  const panel = renderPanel({ desk, rule: answerBy({ 'c-1': () => problem('upstream_denied') }), onProblem })
  await screen.findByRole('alert')
  const denied = { kind: 'cases', code: 'upstream_denied', contactArn: arnOf('c-1'), requestId: 'request-1' }
  expect(onProblem.mock.calls).toEqual([[denied]])
  act(() => panel.source.set(failedDesk('signed_out')))
  expect(onProblem.mock.calls).toEqual([[denied], [{ kind: 'desk', code: 'signed_out' }]])

  const signIn = fixedSignIn({ status: 'signedOut', reason: 'refused', detail: 'access_denied' })
  const other = handlers()
  renderPanel({ desk, signIn, ...other })
  expect(other.onProblem.mock.calls).toEqual([[{ kind: 'signIn', code: 'refused' }]])
})

test('nobody is told what only waits for a press: a sign-in that was never made', () => {
  const { onProblem } = handlers()
  renderPanel({ desk, signIn: fixedSignIn({ status: 'signedOut', reason: 'never', detail: null }), onProblem })
  expect(onProblem).not.toHaveBeenCalled()
})

test('a desktop that only counts is told which case’s link was pressed, and the link says that it opens a tab', async () => {
  const onOpenCase = vi.fn()
  const rule = answerBy({ 'c-1': () => page(['a']) })
  renderPanel({ desk, rule, caseUrlTemplate: '#{caseId}', onOpenCase, openCases: 'link' })
  const link = await screen.findByRole('link', { name: /^a \(opens in a new tab\)$/ })
  link.addEventListener('click', (event) => {
    expect(event.defaultPrevented).toBe(false)
    event.preventDefault()
  })
  link.click()
  expect(onOpenCase).toHaveBeenCalledExactlyOnceWith('a')
})
