/** Why nobody is signed in. */
export type SignedOutReason =
  | 'never'
  | 'left'
  | 'popup_closed'
  | 'popup_blocked'
  | 'refused'
  | 'unreachable'
  /** The session ended and could not be renewed. */
  | 'expired'

export type SignInState =
  | { readonly status: 'signingIn' }
  /** `detail` is the provider's own word, for people who look after the page. */
  | { readonly status: 'signedOut'; readonly reason: SignedOutReason; readonly detail: string | null }
  /** `session` is another number whenever somebody signs in, the same person included. */
  | { readonly status: 'signedIn'; readonly subject: string; readonly session: number }

/** Whether an agent is signed in, for `useSyncExternalStore`, and what they can do about it. */
export interface SignIn {
  getSnapshot(): SignInState
  subscribe(onChange: () => void): () => void
  /** Opens the provider's popup: call it from a press, or browsers block it. */
  signIn(): void
  /** Forgets the tokens at once, and has the provider revoke them where it can. */
  signOut(): void
  /** `fetch` with the agent's access token. */
  fetch(url: string, init: RequestInit): Promise<Response>
}
