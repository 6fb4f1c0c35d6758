import type { Failure } from './failure.ts'
import type { UpstreamCode, UpstreamProblem } from './upstream-problem.ts'

const details: Readonly<Record<UpstreamCode, string>> = {
  invalid_request: 'Amazon Connect Cases refused the request. Check the domain id and the contact ARN.',
  not_found: 'Amazon Connect Cases knows no such domain, contact or template. Check them, and the AWS Region.',
  cursor_expired: 'This list can no longer be continued. Read it again from its first page.',
  throttled: 'Amazon Connect Cases takes no more requests from this account for a moment. Try again then.',
  upstream_denied: 'The server may not read cases in this domain. Its AWS credentials and policy must be checked.',
  upstream_invalid: 'Amazon Connect Cases gave an answer that the server cannot read. Try again.',
  upstream_failed: 'Amazon Connect Cases failed. Try again.',
  upstream_unavailable: 'Amazon Connect Cases cannot be reached. Try again in a moment.',
  upstream_timeout: 'Amazon Connect Cases did not answer in time. Try again.',
}

/** What went wrong at the service, as the asker is told of it. */
export function toFailure({ code, reason, retryAfterSeconds }: UpstreamProblem): Failure {
  return {
    ...(code === 'cursor_expired' ? cursorExpired('nextToken') : { code, detail: details[code] }),
    reason,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}

/** The list must start over: the service, or the seal, refused the token. */
export function cursorExpired(field: 'nextToken' | 'detailsToken'): Failure {
  return {
    code: 'cursor_expired',
    detail: details.cursor_expired,
    errors: [{ field, detail: 'is of no list of this contact, or no longer' }],
  }
}
