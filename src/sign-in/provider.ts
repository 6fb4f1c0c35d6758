/** What the provider gave one person. It is kept in memory only. */
export interface Grant {
  readonly subject: string
  readonly accessToken: string
  /** null: the provider gave none, and renewal takes its session's cookie. */
  readonly refreshToken: string | null
  readonly idToken: string | null
  readonly scope: string | null
  /** Milliseconds since 1970; null: the provider did not say. */
  readonly expiresAt: number | null
}

export interface ProviderProblem {
  /** `needs_person`: the provider would have to show a page first. */
  readonly code: 'needs_person' | 'refused' | 'unreachable'
  /** The provider's own error code. */
  readonly detail: string | null
}

export type ProviderAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ProviderProblem }

/** A page of the provider to open; what it comes back with carries the same `state`. */
export interface PageRequest {
  readonly url: string
  readonly state: string
}

/** `none`: without showing anything; `login`: whoever has a session there is asked all the same. */
export type Prompt = 'none' | 'login' | null

/** An OpenID provider, as the page needs it: authorization code with PKCE. */
export interface Provider {
  request(prompt: Prompt): Promise<ProviderAnswer<PageRequest>>
  /** Tokens for the code in the URL that the provider came back to. */
  redeem(returnUrl: string): Promise<ProviderAnswer<Grant>>
  refresh(grant: Grant, refreshToken: string): Promise<ProviderAnswer<Grant>>
  revoke(grant: Grant): Promise<void>
}
