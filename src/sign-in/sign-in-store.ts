import { askInPopup, askUnseen } from './ask-provider.ts'
import { authorisedFetch } from './authorised-fetch.ts'
import type { LeftMark } from './left-mark.ts'
import type { Grant, Provider, ProviderAnswer } from './provider.ts'
import type { ProviderWindows } from './provider-windows.ts'
import { createSession, type Session, type SessionClock } from './session.ts'
import type { SignedOutReason, SignIn, SignInState } from './sign-in.ts'

interface SignInDeps {
  readonly provider: Provider
  readonly windows: ProviderWindows
  readonly clock: SessionClock
  readonly fetch: SignIn['fetch']
  readonly leftMark: LeftMark
}

/** Signs an agent in: unseen and at once where the provider has a session, else by a popup. */
export function createSignInStore(deps: SignInDeps): SignIn {
  const { provider, windows, leftMark } = deps
  const presence = createPresence(deps)
  let attempt = new AbortController()

  /** The last attempt counts: what an earlier one still says is not heard. */
  function newAttempt(): AbortSignal {
    attempt.abort()
    attempt = new AbortController()
    return attempt.signal
  }

  async function settle(signal: AbortSignal, answering: Promise<ProviderAnswer<Grant>>): Promise<void> {
    const answer = await answering
    if (signal.aborted) return
    if (answer.ok) {
      leftMark.clear()
      presence.enter(answer.value)
      return
    }
    const { code, detail } = answer.problem
    // That somebody must be asked is no news, and its code says nothing more.
    if (code === 'needs_person') presence.leave('never')
    else presence.leave(code, detail)
  }

  const enterUnseen = () => void settle(newAttempt(), askUnseen(deps))

  function leave(): void {
    newAttempt()
    const last = presence.leave('left')
    // Whether or not the provider hears it: the tokens are forgotten here.
    if (last !== null) provider.revoke(last).catch(() => undefined)
  }

  if (leftMark.isSet()) presence.leave('left')
  else enterUnseen()
  // The agent means all that is open, such as the frames that an agent workspace has for its contacts.
  leftMark.watchOthers((isSet) => {
    if (isSet) leave()
    else if (presence.hasLeft()) enterUnseen()
  })

  return {
    getSnapshot: presence.getSnapshot,
    subscribe: presence.subscribe,
    fetch: authorisedFetch({ fetch: deps.fetch, session: presence.session, onRefused: presence.refuse }),
    signIn() {
      const signal = newAttempt()
      const popup = windows.openPopup(() => presence.isWaiting() && presence.leave('popup_closed'), signal)
      if (popup === null) {
        presence.leave('popup_blocked')
        return
      }
      presence.wait()
      // After a sign-out another person may be meant: the provider's session with the first must not answer for them.
      const prompt = leftMark.isSet() ? 'login' : null
      // Waits again when the popup has come back: one that was cut off from us looked closed, and was not.
      void settle(signal, askInPopup({ provider, popup, prompt, signal, onReturned: presence.wait }))
    },
    signOut() {
      leftMark.set()
      leave()
    },
  }
}

/** Who is there, as the store tells it: at most one person, with one session. */
function createPresence(deps: Pick<SignInDeps, 'provider' | 'windows' | 'clock'>) {
  const listeners = new Set<() => void>()
  let state: SignInState = { status: 'signingIn' }
  let session: Session | null = null
  let sessions = 0

  function become(next: SignInState): void {
    state = next
    for (const onChange of listeners) onChange()
  }

  function leave(reason: SignedOutReason, detail: string | null = null): Grant | null {
    const last = session?.end() ?? null
    session = null
    become({ status: 'signedOut', reason, detail })
    return last
  }

  function renew(grant: Grant): Promise<ProviderAnswer<Grant>> {
    return grant.refreshToken === null ? askUnseen(deps) : deps.provider.refresh(grant, grant.refreshToken)
  }

  return {
    getSnapshot: () => state,
    subscribe(onChange: () => void) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    session: () => session,
    isWaiting: () => state.status === 'signingIn',
    hasLeft: () => state.status === 'signedOut' && state.reason === 'left',
    wait: () => become({ status: 'signingIn' }),
    leave,
    enter(grant: Grant): void {
      session = createSession(grant, { clock: deps.clock, renew, onLost: () => leave('expired') })
      sessions += 1
      become({ status: 'signedIn', subject: grant.subject, session: sessions })
    },
    /** A session whose newest token the server does not take. */
    refuse: (refused: Session) => void (refused === session && leave('refused', 'unauthenticated')),
  }
}
