/** Where agents sign in, and what for: the member `auth` of the page's settings. */
export interface PageAuth {
  /** The OpenID issuer; its discovery document is under it. */
  readonly issuer: string
  /** The page's id there: a public client. */
  readonly clientId: string
  /** What is asked for; many issuers give refresh tokens only for `offline_access`. */
  readonly scope: string
  /** What the access token is for, where the issuer is told by `resource` (RFC 8707). */
  readonly resource?: string | undefined
  /** The same, where it is told by `audience`. */
  readonly audience?: string | undefined
  /** Other origins where the issuer has endpoints or login pages. */
  readonly origins: readonly string[]
}
