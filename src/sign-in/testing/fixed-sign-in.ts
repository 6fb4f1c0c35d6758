import type { SignIn, SignInState } from '../sign-in.ts'

/** A sign-in that stays in this state, whatever is pressed. */
export function fixedSignIn(state: SignInState): SignIn {
  return {
    getSnapshot: () => state,
    subscribe: () => () => {},
    signIn() {},
    signOut() {},
    fetch: (url, init) => fetch(url, init),
  }
}
