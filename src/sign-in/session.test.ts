import { expect, test } from 'vitest'
import type { Grant, ProviderAnswer } from './provider.ts'
import { createSession } from './session.ts'
import { createClock, grantOf } from './testing/sign-in-world.ts'

const away: ProviderAnswer<Grant> = { ok: false, problem: { code: 'unreachable', detail: null } }
const refused: ProviderAnswer<Grant> = { ok: false, problem: { code: 'refused', detail: 'invalid_grant' } }

/** A session of ten minutes at a time, whose renewals are answered as `next` says. */
function start(lifetimeMs = 600_000) {
  const clock = createClock()
  const events: string[] = []
  const provider = { next: null as ProviderAnswer<Grant> | null }
  const expiring = (number: number) => grantOf('ann', number, { expiresAt: clock.now() + lifetimeMs })
  const session = createSession(expiring(0), {
    clock,
    async renew() {
      events.push(`renewed at ${clock.now() / 1000}`)
      return provider.next ?? { ok: true, value: expiring(events.length) }
    },
    onLost: () => events.push('lost'),
  })
  return { clock, events, provider, session }
}

test('tokens are renewed a minute before they expire, and short ones after three quarters', async () => {
  const long = start()
  await long.clock.pass(1_200_000)
  expect(long.events).toEqual(['renewed at 540', 'renewed at 1080'])
  const short = start(8_000)
  await short.clock.pass(12_000)
  expect(short.events).toEqual(['renewed at 6', 'renewed at 12'])
})

test('a provider that is away is asked again, more and more often, and the token serves as long as it is good', async () => {
  const { clock, events, provider, session } = start(8_000)
  provider.next = away
  await clock.pass(7_900)
  expect(await session.token()).toBe('access ann 0')
  expect(events).toEqual(['renewed at 6', 'renewed at 7'])
})

test('a computer that wakes up with an expired token waits for the network, and goes on as the same person', async () => {
  const { clock, events, provider, session } = start(8_000)
  provider.next = away
  await clock.pass(30_000)
  const waiting = Promise.all([session.token(), session.token()])
  provider.next = null
  await clock.pass(1_000)
  expect(new Set(await waiting).size).toBe(1)
  expect(events).not.toContain('lost')
})

test('a provider that is away for a minute after the token expired ends the session', async () => {
  const { clock, events, provider, session } = start(8_000)
  provider.next = away
  await clock.pass(67_000)
  expect(events).not.toContain('lost')
  const waiting = session.token()
  await clock.pass(2_000)
  expect(events.at(-1)).toBe('lost')
  expect(await waiting).toBeNull()
})

test('who signs out while the provider is away has no session to come back', async () => {
  const { clock, events, provider, session } = start(8_000)
  provider.next = away
  await clock.pass(10_000)
  const waiting = session.token()
  session.end()
  provider.next = null
  await clock.pass(60_000)
  expect(await waiting).toBeNull()
  expect(events).not.toContain('lost')
})

test('a refused renewal ends the session at once', async () => {
  const { clock, events, provider } = start()
  provider.next = refused
  await clock.pass(540_000)
  expect(events).toEqual(['renewed at 540', 'lost'])
})

test('all who were refused the same token share one renewal', async () => {
  const { events, session } = start()
  const tokens = await Promise.all([1, 2, 3].map(() => session.tokenAfter('access ann 0')))
  expect(tokens).toEqual(['access ann 1', 'access ann 1', 'access ann 1'])
  expect(await session.tokenAfter('access ann 0')).toBe('access ann 1')
  expect(events).toEqual(['renewed at 0'])
})

test('a session that ended gives no token, not even that of a renewal under way', async () => {
  const { events, session } = start()
  const waiting = session.tokenAfter('access ann 0')
  expect(session.end()).toMatchObject({ accessToken: 'access ann 0' })
  expect(await waiting).toBeNull()
  expect(await session.token()).toBeNull()
  expect(events).toEqual(['renewed at 0'])
})

test('a token that the provider gives no end is not renewed by the clock', async () => {
  const clock = createClock()
  const renew = () => expect.unreachable()
  const session = createSession(grantOf('ann', 0), { clock, renew, onLost: renew })
  await clock.pass(1_000_000_000)
  expect(await session.token()).toBe('access ann 0')
})
