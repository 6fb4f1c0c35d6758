import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { TemplatesResponse } from '../contract/templates.ts'
import type { CasesGateway } from './connect-cases-gateway.ts'
import type { Cursors } from './cursor.ts'
import { parseDomainId } from './domain-id.ts'
import { everyAnswer } from './every-answer.ts'
import { listCases } from './list-cases.ts'
import type { Log } from './log.ts'
import { type AppEnv, problemAnswer } from './problem-answer.ts'
import { toFailure } from './upstream-failure.ts'

/** What the app needs from outside: everything that talks, waits or is random. */
export interface AppDeps {
  readonly gateway: CasesGateway
  readonly cursors: Cursors
  readonly log: Log
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly newRequestId: () => string
  readonly limits: {
    /** How long a request may wait for the service, in all its tries. */
    readonly deadlineMs: number
    readonly bodyBytes: number
  }
  /** Whether more requests are welcome; no longer when the server is stopping. */
  readonly isReady: () => boolean
}

// Any text, even none: what is wrong with a domain id, its own parser says.
const domain = '/api/domains/:domainId{[^/]*}'
const listPath = `${domain}/list-cases-for-contact`
const templatesPath = `${domain}/templates`

/** The server's routes, without a socket: for Node, for the Vite dev server, and for tests. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  // Before the rest: asked every few seconds, they would fill the log.
  app.get('/livez', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', (c) => (deps.isReady() ? c.json({ status: 'ok' }) : c.json({ status: 'stopping' }, 503)))

  app.use(everyAnswer(deps))
  app.post(listPath, (c) => answerCases(c, deps))
  app.get(templatesPath, etag(), (c) => answerTemplates(c, deps))
  app.all(listPath, (c) => answerOtherMethod(c, 'POST'))
  app.all(templatesPath, (c) => answerOtherMethod(c, 'GET, HEAD'))

  app.notFound((c) => problemAnswer(c, { code: 'route_not_found', detail: 'There is nothing at this path.' }))
  app.onError((error, c) => {
    // Thrown while the body was read: nobody is left to answer, and nothing of ours broke.
    if (c.req.raw.signal.aborted) return problemAnswer(c, { code: 'invalid_request', detail: 'The body broke off.' })
    const at = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
    deps.log({ event: 'crashed', requestId: c.get('requestId'), error: error.name, at })
    return problemAnswer(c, { code: 'internal', detail: 'The server failed. Its log says where, under this id.' })
  })
  return app
}

async function answerCases(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const onRepeatedToken = () => deps.log({ event: 'repeated_token', requestId: c.get('requestId') })
  const page = await listCases(c.req.raw, deadline(c, deps), { ...deps, onRepeatedToken })
  return page.ok ? c.json(page.value) : problemAnswer(c, page.problem)
}

async function answerTemplates(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const domainId = parseDomainId(c.req.url)
  if (!domainId.ok) return problemAnswer(c, domainId.problem)
  const templates = await deps.gateway.listTemplates(domainId.value, deadline(c, deps))
  if (!templates.ok) return problemAnswer(c, toFailure(templates.problem))
  // The agent's browser may keep them, nobody between; an administrator's change shows within a minute.
  c.header('cache-control', 'private, max-age=60')
  return c.json({ templates: [...templates.value] } satisfies TemplatesResponse)
}

function answerOtherMethod(c: Context<AppEnv>, allowed: string): Response {
  c.header('allow', allowed)
  return problemAnswer(c, { code: 'method_not_allowed', detail: `This route takes ${allowed}.` })
}

/** Ends the question to the service at the deadline, or as soon as nobody waits for its answer. */
function deadline(c: Context<AppEnv>, { limits }: AppDeps): AbortSignal {
  return AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(limits.deadlineMs)])
}
