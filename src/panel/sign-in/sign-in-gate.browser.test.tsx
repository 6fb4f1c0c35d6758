import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { page } from '../../cases/testing/scripted-backend.ts'
import type { SignIn, SignInState } from '../../sign-in/sign-in.ts'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { caseIds, renderPanel } from '../testing/render-panel.tsx'

const viewed = deskOf([contactOf('c-1')], 'c-1')
const signedIn = (subject: string, session: number): SignInState => ({ status: 'signedIn', subject, session })
const signedOut: SignInState = { status: 'signedOut', reason: 'left', detail: null }

/** A sign-in that is in this state until it is set; presses go where they lead. */
function createTestSignIn(first: SignInState) {
  let state = first
  const listeners = new Set<() => void>()
  const set = (next: SignInState) =>
    act(() => {
      state = next
      for (const listener of [...listeners]) listener()
    })
  const signIn: SignIn = {
    getSnapshot: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    signIn: () => set({ status: 'signingIn' }),
    signOut: () => set(signedOut),
    fetch: () => expect.unreachable(),
  }
  return { signIn, set }
}

test('while nobody is signed in, nothing is asked for a contact that is there', async () => {
  const { signIn } = createTestSignIn(signedOut)
  const { calls } = renderPanel({ desk: viewed, signIn })
  expect(screen.getByText('You are not signed in')).toBeVisible()
  expect(calls).toEqual([])
})

test('a sign-out leaves no case on screen, and the next person’s panel asks anew', async () => {
  const { signIn, set } = createTestSignIn(signedIn('ann', 1))
  let agent = 'ann'
  const { container } = renderPanel({ desk: viewed, signIn, rule: answerBy({ 'c-1': () => page([`of-${agent}`]) }) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['of-ann']))
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(caseIds()).toEqual([])
  expect(container).not.toHaveTextContent('1 case')
  agent = 'bob'
  set(signedIn('bob', 2))
  expect(caseIds()).toEqual([])
  await vi.waitFor(() => expect(caseIds()).toEqual(['of-bob']))
})

test('another person in the place of the first sees none of their cases, at no commit', async () => {
  const { signIn, set } = createTestSignIn(signedIn('ann', 1))
  const answers = [page(['of-ann'])]
  renderPanel({ desk: viewed, signIn, rule: answerBy({ 'c-1': () => answers.shift() ?? null }) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['of-ann']))
  set(signedIn('bob', 2))
  expect(caseIds()).toEqual([])
})

test('by keyboard: the focus stays in the panel from sign-out to sign-in', async () => {
  const { signIn, set } = createTestSignIn(signedIn('ann', 1))
  const { container } = renderPanel({ desk: deskOf([]), signIn })
  screen.getByRole('button', { name: 'Sign out' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(container.contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Tab}')
  expect(screen.getByRole('button', { name: 'Sign in' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('Signing in')).toBeVisible()
  expect(container.contains(document.activeElement)).toBe(true)
  set(signedIn('ann', 2))
  expect(container.contains(document.activeElement)).toBe(true)
})

test('what the agent did is said when there is a pause, what went wrong at once', () => {
  const { signIn, set } = createTestSignIn({ status: 'signedOut', reason: 'popup_closed', detail: null })
  renderPanel({ desk: deskOf([]), signIn })
  expect(screen.queryByRole('alert')).toBeNull()
  set({ status: 'signedOut', reason: 'refused', detail: 'access_denied' })
  expect(screen.getByRole('alert')).toHaveTextContent('The sign-in was refused.')
  expect(screen.getByText('access_denied')).toBeVisible()
})

test('where there is no sign-in, there is no sign-out', () => {
  renderPanel({ desk: viewed })
  expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull()
})
