import { expect, test } from 'vitest'
import { authorisedFetch } from './authorised-fetch.ts'
import { createSignInWorld, settled } from './testing/sign-in-world.ts'

const ask = ({ signIn }: ReturnType<typeof createSignInWorld>) => signIn.fetch('/api', { method: 'POST', body: '{}' })

async function signedIn(known = 'ann') {
  const world = createSignInWorld({ known })
  await settled()
  return world
}

test('a request carries the token of whoever is signed in', async () => {
  const world = await signedIn()
  expect((await ask(world)).status).toBe(200)
  expect(world.notes).toEqual(['request none', 'ask as Bearer access ann 1'])
})

test('a token that the server refuses is renewed once, and the request asked again once', async () => {
  const world = await signedIn()
  world.server.accepts = (token) => token.endsWith('2')
  const answers = await Promise.all([ask(world), ask(world)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(world.notes.filter((note) => note.startsWith('refresh'))).toEqual(['refresh with refresh ann 1'])
})

test('whose new token is refused as well is signed out, and told that the server did it', async () => {
  const world = await signedIn()
  world.server.accepts = () => false
  expect((await ask(world)).status).toBe(401)
  expect(world.notes.filter((note) => note.startsWith('ask'))).toHaveLength(2)
  expect(world.signIn.getSnapshot()).toEqual({ status: 'signedOut', reason: 'refused', detail: 'unauthenticated' })
})

test('whose renewal is refused is signed out, and gets the server’s own answer', async () => {
  const world = await signedIn()
  world.server.accepts = () => false
  world.world.problem = { code: 'refused', detail: 'invalid_grant' }
  expect((await ask(world)).status).toBe(401)
  expect(world.signIn.getSnapshot()).toMatchObject({ status: 'signedOut', reason: 'expired' })
})

test('nobody’s request carries no token', async () => {
  const world = await signedIn()
  world.signIn.signOut()
  expect((await ask(world)).status).toBe(401)
  expect(world.notes.at(-1)).toBe('ask as nobody')
})

test('a request of one person is never asked as the next', async () => {
  const world = await signedIn()
  world.server.accepts = (token) => !token.includes('ann')
  const asking = ask(world)
  world.signIn.signOut()
  world.signIn.signIn()
  await settled()
  world.popup.answer('bob')
  expect((await asking).status).toBe(401)
  await settled()
  expect(world.notes.filter((note) => note.includes('bob'))).toEqual([])
})

test('a request that is given up does not wait for a renewal', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const session = { token: () => new Promise<never>(() => {}), tokenAfter: async () => null, end: () => null }
  const fetch = authorisedFetch({ fetch: async () => new Response(), session: () => session, onRefused: () => {} })
  const asking = fetch('/api', { signal })
  controller.abort()
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
  await expect(fetch('/api', { signal })).rejects.toMatchObject({ name: 'AbortError' })
})
