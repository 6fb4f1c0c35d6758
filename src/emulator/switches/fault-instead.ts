import { type Answer, failure } from '../answer.ts'
import { type Reply, replyOf } from '../reply.ts'
import type { HttpRequest } from '../respond.ts'
import { checkClock } from './clock-check.ts'
import type { Fault } from './fault.ts'
import { tokenIn } from './token-in.ts'

interface Context {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly requestId: string
}

/** What is answered instead of what was asked for, which then is not done; null where the fault leaves it be. */
export function replyInstead(fault: Fault, request: HttpRequest, { time, requestId }: Context): Reply | null {
  const reply = (answer: Answer) => replyOf(answer, requestId)
  switch (fault.kind) {
    case 'hang':
      return { status: 0, headers: {}, body: '', delivery: { kind: 'never' } }
    case 'unavailable':
      return { status: 503, headers: { 'content-type': 'text/html' }, body: unavailablePage }
    case 'invalid':
      return reply(failure('ValidationException', 'The request is not valid'))
    case 'throttled':
      return throttled(reply(failure('ThrottlingException', 'Rate exceeded')), fault.retryAfterSeconds)
    case 'serverError':
      return reply(failure('InternalServerException', 'An internal error occurred'))
    case 'expiredCredentials':
      return reply(failure('ExpiredTokenException', 'The security token included in the request is expired'))
    case 'accessDenied':
      return reply(failure('AccessDeniedException', 'You do not have sufficient access to perform this action.'))
    case 'tokenRefused':
      return tokenIn(request) ? reply(failure('ValidationException', 'nextToken is not valid any more')) : null
    case 'clockSkew':
      return skewed(request, reply, clockOf(fault, time))
    default:
      return null
  }
}

/** What the clock of the service says at that time. */
export function clockOf(fault: Fault | null, time: number): number {
  return fault?.kind === 'clockSkew' ? time + fault.byMs : time
}

function throttled(reply: Reply, seconds: number | undefined): Reply {
  return seconds === undefined ? reply : { ...reply, headers: { ...reply.headers, 'retry-after': String(seconds) } }
}

// SDKs learn from the `date` header how far their clock is from the service's, and sign again.
function skewed(request: HttpRequest, reply: (answer: Answer) => Reply, now: number): Reply | null {
  const refusal = checkClock(String(request.headers['x-amz-date'] ?? ''), now)
  if (refusal === null) return null
  const { headers, ...rest } = reply(refusal)
  return { ...rest, headers: { ...headers, date: new Date(now).toUTCString() } }
}

const unavailablePage =
  '<html><head><title>503 Service Temporarily Unavailable</title></head><body>503 Service Temporarily Unavailable</body></html>'
