import type { Context } from 'hono'
import type { Problem } from '../contract/problem.ts'
import { type ProblemCode, problemCatalogue, problemMediaType } from '../contract/problem-catalogue.ts'
import type { Asker } from './asker.ts'
import type { Viewer } from './auth/viewer.ts'
import type { Failure } from './failure.ts'

/** What every request carries through the app. */
export interface AppEnv {
  Variables: { requestId: string; viewer: Viewer; asker: Asker; failure?: Failure }
}

// What AWS's own clients read: by this name they throw the exception their user can catch. A server that has no
// credentials is not the caller's AccessDenied; to the caller it is a server error like the others.
const awsErrorTypes = {
  invalid_request: 'ValidationException',
  unauthenticated: 'UnrecognizedClientException',
  route_not_found: 'UnknownOperationException',
  not_allowed: 'AccessDeniedException',
  contact_not_yours: 'AccessDeniedException',
  forbidden_origin: 'AccessDeniedException',
  case_not_found: 'ResourceNotFoundException',
  not_found: 'ResourceNotFoundException',
  method_not_allowed: 'UnknownOperationException',
  cursor_expired: 'ValidationException',
  body_too_large: 'ValidationException',
  unsupported_media_type: 'ValidationException',
  throttled: 'ThrottlingException',
  sign_in_unavailable: 'InternalServerException',
  internal: 'InternalServerException',
  upstream_denied: 'InternalServerException',
  upstream_invalid: 'InternalServerException',
  upstream_failed: 'InternalServerException',
  upstream_unavailable: 'InternalServerException',
  upstream_timeout: 'InternalServerException',
} as const satisfies Record<ProblemCode, string>

/** A failure as `application/problem+json` (RFC 9457) that AWS's clients can read as well. */
export function problemAnswer(c: Context<AppEnv>, failure: Failure): Response {
  c.set('failure', failure)
  const { code, detail, errors, retryAfterSeconds } = failure
  const { status, title, retryable } = problemCatalogue[code]
  const problem = {
    type: `urn:connect-contact-cases:${code}`,
    title,
    status,
    code,
    detail,
    retryable,
    instance: c.get('requestId'),
    ...(errors !== undefined && { errors: [...errors] }),
  } satisfies Problem
  c.header('content-type', problemMediaType)
  c.header('x-amzn-errortype', awsErrorTypes[code])
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
  // AWS's clients show `message`.
  return c.body(JSON.stringify({ ...problem, message: detail }), status)
}
