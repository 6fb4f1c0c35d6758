import type { MiddlewareHandler } from 'hono'
import { createAsker } from './asker.ts'
import type { AppEnv } from './problem-answer.ts'
import { parseUrgency } from './quota/urgency.ts'

interface RequestAskerDeps {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly limits: { readonly deadlineMs: number }
}

/**
 * Says for each request how urgent it is and how long it may wait. A question to the service ends at the deadline, or as
 * soon as nobody waits for its answer.
 */
export function requestAsker({ now, limits }: RequestAskerDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const urgency = parseUrgency(c.req.header('priority') ?? null)
    const asker = createAsker({ urgency, now, deadlineMs: limits.deadlineMs, caller: c.req.raw })
    c.set('asker', asker)
    await next()
    asker.done()
  }
}
