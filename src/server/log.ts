import { type DestinationStream, pino } from 'pino'
import type { ProblemCode } from '../contract/problem-catalogue.ts'
import type { Ground } from './auth/ground.ts'

/**
 * Everything the server ever logs, member by member. Never a token, a case, a title, an attribute or a header: what is
 * not listed here cannot be logged.
 */
export type LogEntry =
  | { readonly event: 'listening'; readonly url: string }
  | { readonly event: 'stopping' }
  | {
      readonly event: 'answered'
      readonly requestId: string
      readonly method: string
      /** The route's pattern: a path holds ids. */
      readonly route: string
      readonly status: number
      readonly ms: number
      readonly code?: ProblemCode
      readonly reason?: string
    }
  /** The audit: an answer that carried cases of a contact, to whom, and why. */
  | {
      readonly event: 'cases_shown'
      readonly requestId: string
      readonly issuer: string
      readonly subject: string
      readonly contactId: string
      readonly what: 'list' | 'details'
      readonly count: number
      readonly ground: Ground
    }
  /** What several instances share cannot be reached: this one goes on with its share; and then it can again. */
  | { readonly event: 'store_away'; readonly reason: string }
  | { readonly event: 'store_here' }
  | { readonly event: 'repeated_token'; readonly requestId: string }
  /** A domain takes no search by case id: its cases are asked for one by one from now on. */
  | { readonly event: 'search_refused' }
  /** Fields of the setting ROW_FIELDS that the domain does not have; said once. */
  | { readonly event: 'unknown_row_fields'; readonly fieldIds: readonly string[] }
  /** An answer without the details of some cases, and why. */
  | { readonly event: 'cases_failed'; readonly requestId: string; readonly reasons: readonly string[] }
  /** A mistake of ours: where it was thrown, without its message, which may quote anything. */
  | { readonly event: 'crashed'; readonly requestId: string; readonly error: string; readonly at: readonly string[] }

export type Log = (entry: LogEntry) => void

// To write both lines of an answer at once was an eighth of what an answer costs that is kept.
const batchBytes = 4_096
const batchMs = 50

/**
 * stdout, many lines at a time. What is left when the process ends by itself or by a first signal is written then; who
 * kills it outright loses the lines of its last moment. Not for a function that is stopped between requests.
 */
export function stdoutInBatches(): DestinationStream {
  return pino.destination({ minLength: batchBytes, periodicFlush: batchMs, sync: false })
}

/** JSON lines by pino; to stdout unless told otherwise, each at once. */
export function createLog(destination?: DestinationStream): Log {
  const logger = pino({ base: null }, destination)
  return (entry) => logger[levelOf(entry)](entry)
}

function levelOf(entry: LogEntry): 'info' | 'warn' | 'error' {
  if (entry.event === 'crashed') return 'error'
  if (['store_away', 'repeated_token', 'search_refused', 'unknown_row_fields'].includes(entry.event)) return 'warn'
  if (entry.event !== 'answered' || entry.status < 500) return 'info'
  // Wrong credentials do not pass by themselves: somebody must act.
  return entry.code === 'upstream_denied' ? 'error' : 'warn'
}
