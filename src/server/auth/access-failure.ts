import type { Failure } from '../failure.ts'
import type { UpstreamCode, UpstreamProblem } from '../upstream-problem.ts'

/** The contact waits, or rings elsewhere: it may become the agent's. */
export const contactNotYours: Failure = {
  code: 'contact_not_yours',
  detail: 'The contact is not with the agent yet. Ask again once it is.',
}

/** The same for a contact of somebody else and one that does not exist: who guesses learns nothing. */
export function notAllowed(reason: string): Failure {
  return { code: 'not_allowed', detail: 'The agent may not see the cases of this contact or domain.', reason }
}

const askedWrongly = 'Amazon Connect cannot be asked whose the contact is. Check INSTANCES and the AWS Region.'
const tryAgain = 'Amazon Connect did not say whose the contact is. Try again in a moment.'

const details: Readonly<Record<UpstreamCode, string>> = {
  invalid_request: askedWrongly,
  not_found: askedWrongly,
  cursor_expired: tryAgain,
  throttled: 'Amazon Connect takes no more requests from this account for a moment. Try again then.',
  upstream_denied: 'The server may not ask Amazon Connect whose a contact is. Its AWS policy must be checked.',
  upstream_invalid: tryAgain,
  upstream_failed: tryAgain,
  upstream_unavailable: tryAgain,
  upstream_timeout: tryAgain,
}

/** What went wrong at Amazon Connect: nobody sees a case before it has answered. */
export function accessFailure({ code, reason, retryAfterSeconds }: UpstreamProblem): Failure {
  return {
    code: code === 'cursor_expired' ? 'upstream_failed' : code, // no token was sent
    detail: details[code],
    reason: `connect: ${reason}`,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}
