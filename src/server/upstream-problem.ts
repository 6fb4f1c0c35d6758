import { z } from 'zod'
import type { ProblemCode } from '../contract/problem-catalogue.ts'

/** What can go wrong between the server and Amazon Connect Cases. */
export interface UpstreamProblem {
  readonly code: UpstreamCode
  /** What happened, for the log: in our own words and numbers, never in text of the service's answer. */
  readonly reason: string
  /** Whether one more try, in its turn, may well succeed. */
  readonly passing: boolean
  readonly retryAfterSeconds?: number
}

/** Its codes. */
export const upstreamCodes = [
  'invalid_request',
  'not_found',
  'cursor_expired',
  'throttled',
  'upstream_denied',
  'upstream_invalid',
  'upstream_failed',
  'upstream_unavailable',
  'upstream_timeout',
] as const satisfies readonly ProblemCode[]

export type UpstreamCode = (typeof upstreamCodes)[number]

// Whatever the SDK throws, looked at member by member: it throws its own exceptions, but also SyntaxError for
// an answer that is not JSON and Node's errors for sockets, and it renames some of those (ECONNRESET is a
// "TimeoutError"). So the name alone decides nothing.
const thrown = z.object({
  name: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  $fault: z.string().optional().catch(undefined),
  $metadata: z.object({ httpStatusCode: z.number().optional(), clockSkewCorrected: z.boolean().optional() }).catch({}),
  $response: z.object({ headers: z.record(z.string(), z.unknown()) }).catch({ headers: {} }),
})

// "Common Error Types" of the Amazon Connect API reference; these are about the server's credentials, whatever
// status they come with. The last one is the SDK's own, for a server that has no credentials at all.
const denials: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'NotAuthorized',
  'OptInRequired',
  'RequestExpired',
  'UnrecognizedClientException',
  'CredentialsProviderError',
])

const passingCodes: ReadonlySet<UpstreamCode> = new Set(['throttled', 'upstream_failed', 'upstream_unavailable'])

const brokenOff: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])

// The quota is 2 requests a second: a second is the soonest that asking again makes sense.
const defaultRetryAfterSeconds = 1
const longestRetryAfterSeconds = 300

/** What the SDK threw, as one of our problems. */
export function toUpstreamProblem(error: unknown, nextTokenSent: boolean): UpstreamProblem {
  const parsed = thrown.safeParse(error)
  if (!parsed.success) return { code: 'upstream_failed', reason: 'something that is not an error', passing: false }
  const { name, code: socketCode = '', $fault, $metadata, $response } = parsed.data
  const status = $metadata.httpStatusCode
  const isCutOff = brokenOff.has(socketCode) // perhaps in the middle of an answer, so whatever its status
  const code =
    status === undefined || isCutOff
      ? codeWithoutAnswer(name, isCutOff)
      : codeOfAnswer({ name, status, isModelled: $fault !== undefined }, nextTokenSent)
  return {
    code,
    reason: status === undefined ? `${name} ${socketCode}`.trim() : `HTTP ${status}${knownName(name)}`,
    passing: $metadata.clockSkewCorrected === true || passingCodes.has(code),
    ...(code === 'throttled' && { retryAfterSeconds: retryAfterSeconds($response.headers['retry-after']) }),
  }
}

function codeWithoutAnswer(name: string, isCutOff: boolean): UpstreamCode {
  if (isCutOff) return 'upstream_failed'
  return denials.has(name) ? 'upstream_denied' : 'upstream_unavailable'
}

interface FailedAnswer {
  readonly name: string
  readonly status: number
  /** Whether the answer had the form of an AWS error. */
  readonly isModelled: boolean
}

function codeOfAnswer({ name, status, isModelled }: FailedAnswer, nextTokenSent: boolean): UpstreamCode {
  if (status === 401 || status === 403 || denials.has(name)) return 'upstream_denied'
  if (status === 429 || name === 'ThrottlingException') return 'throttled'
  if (status === 503 || status === 504) return 'upstream_unavailable'
  if (status >= 500) return 'upstream_failed'
  // HTML where JSON should be: what answers is not Amazon Connect Cases, or something before it.
  if (!isModelled) return 'upstream_invalid'
  if (status === 400) return nextTokenSent ? 'cursor_expired' : 'invalid_request'
  // A 404 of another name says that the operation is not known, not that the contact is not.
  if (status === 404 && (name === 'ResourceNotFoundException' || name === 'Unknown')) return 'not_found'
  return 'upstream_invalid'
}

const otherNames = [
  'ThrottlingException',
  'ValidationException',
  'ResourceNotFoundException',
  'InternalServerException',
]
const knownNames: ReadonlySet<string> = new Set([...denials, ...otherNames, 'SyntaxError', 'AnswerTooLarge'])

// The name of an exception is text of the answer: only names we know go into the log.
function knownName(name: string): string {
  return knownNames.has(name) ? ` ${name}` : ''
}

function retryAfterSeconds(header: unknown): number {
  const seconds = Number(header)
  return seconds >= 1 ? Math.min(Math.ceil(seconds), longestRetryAfterSeconds) : defaultRetryAfterSeconds
}
