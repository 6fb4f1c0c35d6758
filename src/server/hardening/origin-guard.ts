import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { type AppEnv, problemAnswer } from '../problem-answer.ts'

/**
 * Keeps other sites' pages out: a request that can change or cost something must come from our own page or from an
 * origin of the list. The list's pages may also read the answers (CORS).
 */
export function originGuard(allowedOrigins: readonly string[]): MiddlewareHandler<AppEnv> {
  const allowed: ReadonlySet<string | undefined> = new Set(allowedOrigins)
  const shareWith = cors({
    origin: [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['authorization', 'content-type', 'priority'],
    exposeHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: 600,
  })
  return async (c, next) => {
    if (allowed.has(c.req.header('origin'))) return shareWith(c, next)
    if (isSafe(c.req.method) || isOwnPage(c)) await next()
    else c.res = problemAnswer(c, { code: 'forbidden_origin', detail: 'Pages of this origin may not ask this server.' })
    // What is kept of an answer without permission must not be given to an origin that has it.
    if (allowed.size > 0) c.res.headers.append('vary', 'Origin')
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/**
 * Browsers tell it by headers that no page can set. `Sec-Fetch-Site` goes first, because a proxy may have replaced the
 * host; browsers before 2023, and http, have `Origin` alone. What has neither is no browser (an SDK, the AWS CLI): it
 * holds no cookie of anybody's.
 */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  return origin === undefined || hostOf(origin) === c.req.header('host')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
