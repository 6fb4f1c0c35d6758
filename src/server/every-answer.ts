import type { MiddlewareHandler } from 'hono'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import { routeOf } from './route-of.ts'

interface EveryAnswerDeps {
  readonly log: Log
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly newRequestId: () => string
}

/** Gives every request an id, which its answer names, and the log one line. */
export function everyAnswer({ log, now, newRequestId }: EveryAnswerDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = newRequestId()
    const startedAt = now()
    c.set('requestId', requestId)
    await next()
    // Not by c.header(), which makes an answer that is there anew: Node then sends it as a stream, at twice the cost.
    c.res.headers.set('x-request-id', requestId)
    c.res.headers.set('x-amzn-requestid', requestId) // where AWS's clients look for it
    const failure = c.get('failure')
    log({
      event: 'answered',
      requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round(now() - startedAt),
      ...(failure !== undefined && { code: failure.code }),
      ...(failure?.reason !== undefined && { reason: failure.reason }),
    })
  }
}
