import { useCallback, useSyncExternalStore } from 'react'
import type { SignIn, SignInState } from '../../sign-in/sign-in.ts'

type WatchedSignIn = Pick<SignIn, 'getSnapshot' | 'subscribe'>

/** Whether an agent is signed in; on a server, whose markup every agent gets, nobody is. */
export function useSignInState(signIn: WatchedSignIn): SignInState {
  const subscribe = useCallback((onChange: () => void) => signIn.subscribe(onChange), [signIn])
  return useSyncExternalStore(
    subscribe,
    () => signIn.getSnapshot(),
    () => signingIn,
  )
}

const signingIn: SignInState = { status: 'signingIn' }

// Where nobody signs in, there is one session.
const always: SignInState = { status: 'signedIn', subject: '', session: 0 }
const noSignIn: WatchedSignIn = { getSnapshot: () => always, subscribe: () => () => {} }

/** Names who is signed in, another for each sign-in; null: nobody is. */
export function useSession(signIn: SignIn | undefined): number | null {
  const state = useSignInState(signIn ?? noSignIn)
  return state.status === 'signedIn' ? state.session : null
}
