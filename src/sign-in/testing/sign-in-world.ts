import type { Grant, PageRequest, Prompt, Provider, ProviderAnswer, ProviderProblem } from '../provider.ts'
import type { SessionClock } from '../session.ts'
import { createSignInStore } from '../sign-in-store.ts'

/** What the provider says next; without a subject, that a person must be asked. */
interface World {
  /** Who has a session at the provider. */
  known: string | null
  /** Where it refuses, or is away. */
  problem: ProviderProblem | null
  givesRefreshTokens: boolean
  lifetimeMs: number
  popup: 'opens' | 'blocked'
}

export function grantOf(subject: string, number: number, changes: Partial<Grant> = {}): Grant {
  const [accessToken, refreshToken] = [`access ${subject} ${number}`, `refresh ${subject} ${number}`]
  return { subject, accessToken, refreshToken, idToken: null, scope: null, expiresAt: null, ...changes }
}

/** A clock that stands still until it is told. */
export function createClock() {
  const timers = new Set<{ at: number; run: () => void }>()
  let now = 0
  const clock: SessionClock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  return {
    ...clock,
    /** Lets this time pass, and all that was due in it happen. */
    async pass(ms: number): Promise<void> {
      const end = now + ms
      for (let next = dueBy(end); next !== undefined; next = dueBy(end)) {
        timers.delete(next)
        now = next.at
        next.run()
        await settled()
      }
      now = end
    },
  }
  function dueBy(end: number) {
    return [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  }
}

/** A sign-in over a pretended provider, browser and server; `notes` is what happened to them. */
export function createSignInWorld(changes: Partial<World> = {}) {
  const world: World = {
    known: null,
    problem: null,
    givesRefreshTokens: true,
    lifetimeMs: 600_000,
    popup: 'opens',
    ...changes,
  }
  const notes: string[] = []
  const clock = createClock()
  let grants = 0
  let isMarked = false
  const others = { leave: () => {}, signIn: () => {} }
  const popup = { close: () => {}, answer: (_: string) => {} }

  const give = (subject: string | null): ProviderAnswer<Grant> => {
    if (world.problem !== null) return { ok: false, problem: world.problem }
    if (subject === null) return { ok: false, problem: { code: 'needs_person', detail: 'login_required' } }
    grants += 1
    const more = { expiresAt: clock.now() + world.lifetimeMs, ...(!world.givesRefreshTokens && { refreshToken: null }) }
    return { ok: true, value: grantOf(subject, grants, more) }
  }
  const provider: Provider = {
    async request(prompt: Prompt): Promise<ProviderAnswer<PageRequest>> {
      notes.push(`request ${prompt}`)
      return world.problem?.code === 'unreachable'
        ? { ok: false, problem: world.problem }
        : { ok: true, value: { url: '', state: '' } }
    },
    redeem: async (returnUrl) => give(returnUrl || null),
    async refresh({ subject }, refreshToken) {
      notes.push(`refresh with ${refreshToken}`)
      return give(world.known ?? subject)
    },
    async revoke({ accessToken }) {
      notes.push(`revoke ${accessToken}`)
      throw new TypeError('the provider is away')
    },
  }
  const signIn = createSignInStore({
    provider,
    clock,
    windows: {
      askInFrame: async () => world.known ?? '',
      openPopup(onClosed) {
        if (world.popup === 'blocked') return null
        popup.close = onClosed
        const ask = () => new Promise<string>((resolve) => Object.assign(popup, { answer: resolve }))
        return { ask, close: () => {} }
      },
    },
    async fetch(_, init) {
      const token = new Headers(init.headers).get('authorization') ?? 'nobody'
      notes.push(`ask as ${token}`)
      return new Response(null, { status: server.accepts(token) ? 200 : 401 })
    },
    leftMark: {
      isSet: () => isMarked,
      set() {
        isMarked = true
      },
      clear() {
        isMarked = false
      },
      watchOthers(onChange) {
        const become = (isSet: boolean) => () => {
          isMarked = isSet
          onChange(isSet)
        }
        Object.assign(others, { leave: become(true), signIn: become(false) })
      },
    },
  })
  const server = { accepts: (token: string): boolean => token !== 'nobody' }
  return { world, notes, clock, popup, others, server, signIn }
}

/** Lets every promise that can go on go on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
