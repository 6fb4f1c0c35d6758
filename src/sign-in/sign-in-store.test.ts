import { expect, test } from 'vitest'
import { createSignInWorld, settled } from './testing/sign-in-world.ts'

const ann = { status: 'signedIn', subject: 'ann' }
const signedOut = (reason: string, detail: string | null = null) => ({ status: 'signedOut', reason, detail })

test('whoever has a session at the provider is signed in unseen', async () => {
  const { signIn, notes } = createSignInWorld({ known: 'ann' })
  expect(signIn.getSnapshot()).toEqual({ status: 'signingIn' })
  await settled()
  expect(signIn.getSnapshot()).toMatchObject(ann)
  expect(notes).toEqual(['request none'])
})

test('everybody else is told so, and signs in by a popup', async () => {
  const { signIn, notes, popup } = createSignInWorld()
  await settled()
  expect(signIn.getSnapshot()).toEqual(signedOut('never'))
  signIn.signIn()
  await settled()
  expect(signIn.getSnapshot()).toEqual({ status: 'signingIn' })
  popup.answer('ann')
  await settled()
  expect(signIn.getSnapshot()).toMatchObject(ann)
  expect(notes).toEqual(['request none', 'request null'])
})

test('a provider that is away, and one that refuses, are two reasons', async () => {
  const away = createSignInWorld({ problem: { code: 'unreachable', detail: null } })
  const refusing = createSignInWorld({ known: 'ann', problem: { code: 'refused', detail: 'invalid_client' } })
  await settled()
  expect(away.signIn.getSnapshot()).toEqual(signedOut('unreachable'))
  expect(refusing.signIn.getSnapshot()).toEqual(signedOut('refused', 'invalid_client'))
})

test('a popup that is blocked, or closed, is a reason', async () => {
  const { signIn, world, popup } = createSignInWorld({ popup: 'blocked' })
  await settled()
  signIn.signIn()
  expect(signIn.getSnapshot()).toEqual(signedOut('popup_blocked'))
  world.popup = 'opens'
  signIn.signIn()
  await settled()
  popup.close()
  expect(signIn.getSnapshot()).toEqual(signedOut('popup_closed'))
})

test('a popup that only looked closed may still answer', async () => {
  const { signIn, popup } = createSignInWorld()
  await settled()
  signIn.signIn()
  await settled()
  popup.close()
  popup.answer('ann')
  await settled()
  expect(signIn.getSnapshot()).toMatchObject(ann)
})

test('of two popups only the last one counts', async () => {
  const { signIn, popup } = createSignInWorld()
  await settled()
  signIn.signIn()
  await settled()
  const answerFirst = popup.answer
  signIn.signIn()
  await settled()
  popup.answer('ann')
  await settled()
  answerFirst('bob')
  await settled()
  expect(signIn.getSnapshot()).toMatchObject(ann)
})

test('a sign-out is there at once, has the tokens revoked, and the next sign-in asks who it is', async () => {
  const { signIn, notes, popup, world } = createSignInWorld({ known: 'ann' })
  await settled()
  signIn.signOut()
  expect(signIn.getSnapshot()).toEqual(signedOut('left'))
  world.known = null
  signIn.signIn()
  await settled()
  popup.answer('bob')
  await settled()
  expect(signIn.getSnapshot()).toEqual({ status: 'signedIn', subject: 'bob', session: 2 })
  expect(notes).toEqual(['request none', 'revoke access ann 1', 'request login'])
})

test('a sign-out on another page is one here too, and whoever signs in there is signed in here unseen', async () => {
  const { signIn, notes, others, world } = createSignInWorld({ known: 'ann' })
  await settled()
  others.leave()
  expect(signIn.getSnapshot()).toEqual(signedOut('left'))
  world.known = 'bob'
  others.signIn()
  await settled()
  expect(signIn.getSnapshot()).toEqual({ status: 'signedIn', subject: 'bob', session: 2 })
  expect(notes).toEqual(['request none', 'revoke access ann 1', 'request none'])
})

test('a sign-in on another page changes nothing for who is signed in here', async () => {
  const { signIn, notes, others } = createSignInWorld({ known: 'ann' })
  await settled()
  others.signIn()
  await settled()
  expect(signIn.getSnapshot()).toMatchObject({ ...ann, session: 1 })
  expect(notes).toEqual(['request none'])
})

test('a sign-out while the popup is open holds against its answer', async () => {
  const { signIn, popup } = createSignInWorld()
  await settled()
  signIn.signIn()
  await settled()
  signIn.signOut()
  popup.answer('ann')
  await settled()
  expect(signIn.getSnapshot()).toEqual(signedOut('left'))
})

test('a renewal is no change of state; without a refresh token it asks unseen', async () => {
  const { signIn, clock, notes } = createSignInWorld({ known: 'ann', givesRefreshTokens: false })
  await settled()
  const before = signIn.getSnapshot()
  const changes: unknown[] = []
  signIn.subscribe(() => changes.push(signIn.getSnapshot()))
  await clock.pass(600_000)
  expect(signIn.getSnapshot()).toBe(before)
  expect(changes).toEqual([])
  expect(notes).toEqual(['request none', 'request none'])
})

test('whose session was renewed for another person is signed out', async () => {
  const { signIn, clock, world } = createSignInWorld({ known: 'ann' })
  await settled()
  world.known = 'bob'
  await clock.pass(600_000)
  expect(signIn.getSnapshot()).toEqual(signedOut('expired'))
})
