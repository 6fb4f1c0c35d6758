import { trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../problem-answer.ts'
import { routeOf } from '../route-of.ts'
import type { Telemetry } from './telemetry.ts'

// A method can be any word that a client likes.
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Measures each request, named as OpenTelemetry's conventions for HTTP servers say. */
export function observeRequests({ request }: Telemetry): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    const method = methods.has(c.req.method) ? c.req.method : '_OTHER'
    const route = routeOf(c)
    const answer = async () => {
      await next()
      // The log's line of the request has it too.
      trace.getActiveSpan()?.setAttribute('contact_cases.request_id', c.get('requestId'))
    }
    return request(`${method} ${route}`, { 'http.request.method': method, 'http.route': route }, answer, () => {
      const { status } = c.res
      const code = c.get('failure')?.code
      return {
        attributes: { 'http.response.status_code': status, ...(code !== undefined && { 'error.type': code }) },
        isFailure: status >= 500, // a refusal is the asker's failure, not ours
      }
    })
  }
}
