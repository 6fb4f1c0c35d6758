import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import type { PageConfig } from '../../contract/page-config.ts'
import type { Check } from '../check.ts'
import { good, type Verdict, wrong } from '../verdict.ts'

/** A token, and what it should be. */
export interface TokenFacts {
  readonly token: string
  readonly auth: NonNullable<PageConfig['auth']> | null
  /** Milliseconds since 1970. */
  readonly now: number
}

export const tokenChecks: readonly Check<TokenFacts>[] = [{ id: 'token', title: 'The token is good', look: token }]

const getAnother = 'Get another at the issuer.'
const toleranceSeconds = 5

// What it holds is never shown: these sentences go into tickets.
function token({ token, auth, now }: TokenFacts): Verdict {
  const claims = read(token)
  if (claims === null) {
    return wrong('The token is no JWT: the server cannot read it.', 'Let the issuer give JWTs for OIDC_AUDIENCE.')
  }
  if (isIdToken(claims)) return wrong('The token is an ID token.', 'Give the access token that came beside it.')
  const { exp, nbf, iat = nbf, iss, aud } = claims
  if (exp === undefined) return wrong('The token does not say when it ends.', 'Let the issuer give tokens with exp.')
  const seconds = now / 1000
  if (exp + toleranceSeconds < seconds) return wrong(`The token ended ${Math.round(seconds - exp)} s ago.`, getAnother)
  const early = Math.max(iat ?? 0, nbf ?? 0) - seconds
  if (early > toleranceSeconds) {
    return wrong(
      `The token is from ${Math.round(early)} s in the future.`,
      'Set the clocks of issuer and servers by NTP.',
    )
  }
  if (auth === null) return good('The token is a valid JWT by its times.')
  if (iss !== auth.issuer) return wrong('The token is another issuer’s than auth.issuer.', getAnother)
  const audience = auth.resource ?? auth.audience
  if (audience !== undefined && ![aud].flat().includes(audience)) {
    return wrong(`The token is not for ${audience}.`, 'Ask the issuer for one with the resource or audience of auth.')
  }
  return good('The token is of the issuer, for this API, and in its time.')
}

function read(token: string): JWTPayload | null {
  try {
    decodeProtectedHeader(token)
    return decodeJwt(token)
  } catch {
    return null
  }
}

/** What the server refuses as one. */
function isIdToken(claims: JWTPayload): boolean {
  const hasIdClaim = ['nonce', 'at_hash', 'c_hash'].some((claim) => Object.hasOwn(claims, claim))
  return hasIdClaim || (claims['token_use'] ?? 'access') !== 'access'
}
