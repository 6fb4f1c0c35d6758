import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { fail, type Result, succeed } from '../result.ts'
import type { AuthSettings } from './auth-settings.ts'
import { hasRepeatedMember } from './repeated-member.ts'
import { KeysUnavailable } from './signing-keys.ts'
import type { Agent } from './viewer.ts'

export type TokenSettings = Pick<AuthSettings, 'issuer' | 'audience' | 'agentClaim' | 'supervisors'>

/** Why a token names no agent; `reason` is in our own words, for the log. */
export interface TokenProblem {
  readonly kind: 'refused' | 'keys_unavailable'
  readonly reason: string
}

interface VerifierDeps extends TokenSettings {
  readonly keys: JWTVerifyGetKey
  /** The time of day, in milliseconds since 1970. */
  readonly time: () => number
}

// Only algorithms with a public key: with HS256 that key, which everyone may read, would sign. `Ed25519` is the newer name
// of `EdDSA` (RFC 9864).
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const clockToleranceSeconds = 5

const text = z.string().min(1).max(500)

/** Checks an access token (RFC 9068, or a JWT of an issuer older than that) and says whose it is. */
export function createTokenVerifier({ keys, time, ...settings }: VerifierDeps) {
  const { issuer, audience } = settings
  return async (token: string): Promise<Result<Agent, TokenProblem>> => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(time()),
      })
      if (token.split('.', 2).some((part) => hasRepeatedMember(decode(part)))) return refused('a member twice')
      if (!isAccessToken(payload, protectedHeader.typ)) return refused('not an access token')
      return toAgent(payload, settings)
    } catch (error) {
      if (error instanceof KeysUnavailable) return fail({ kind: 'keys_unavailable', reason: error.message })
      return refused(error instanceof errors.JOSEError ? reasonOf(error) : 'cannot be read')
    }
  }
}

/**
 * An ID token tells a page who signed in; it is no permission to ask. Where an issuer gives both one audience, these
 * tell them apart: its type (RFC 9068), what only ID tokens hold (OpenID Connect Core 1.0, sections 2 and 3.3.2.11),
 * and what Amazon Cognito says outright.
 */
function isAccessToken(payload: JWTPayload, type = 'JWT'): boolean {
  const isOfType = /^(application\/)?(at\+)?jwt$/i.test(type)
  const isOfId = ['nonce', 'at_hash', 'c_hash'].some((claim) => Object.hasOwn(payload, claim))
  const use = payload['token_use'] ?? 'access'
  return isOfType && !isOfId && use === 'access'
}

function toAgent(payload: JWTPayload, settings: TokenSettings): Result<Agent, TokenProblem> {
  const { issuer, agentClaim, supervisors } = settings
  const subject = text.safeParse(payload.sub)
  const user = text.safeParse(payload[agentClaim])
  if (!subject.success) return refused('no subject')
  if (!user.success) return refused(`no claim ${agentClaim}`)
  const isSupervisor = supervisors !== null && holds(payload[supervisors.claim], supervisors.value)
  return succeed({ kind: 'agent', issuer, subject: subject.data, user: user.data, isSupervisor })
}

/** One group is a text at some issuers, and a list of one at others. */
function holds(claim: unknown, value: string): boolean {
  return Array.isArray(claim) ? claim.includes(value) : claim === value
}

function decode(part: string): string {
  return Buffer.from(part, 'base64url').toString()
}

function refused(reason: string): Result<never, TokenProblem> {
  return fail({ kind: 'refused', reason })
}

// The code and the claim at fault, both jose's own words; its messages could quote the token.
function reasonOf(error: errors.JOSEError): string {
  return error instanceof errors.JWTClaimValidationFailed ? `${error.code} ${error.claim}` : error.code
}
