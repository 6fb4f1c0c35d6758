import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { TemplatesResponse } from '../contract/answers.ts'
import { authentication } from './auth/authenticate.ts'
import type { Auth } from './auth/create-auth.ts'
import { createCaseDetails } from './case-details.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { everyAnswer } from './every-answer.ts'
import type { Failure } from './failure.ts'
import { answerHeaders } from './hardening/answer-headers.ts'
import { originGuard } from './hardening/origin-guard.ts'
import { createListCases } from './list-cases.ts'
import type { Log } from './log.ts'
import { parsePathId } from './path-id.ts'
import { type AppEnv, problemAnswer } from './problem-answer.ts'
import type { Readiness } from './readiness.ts'
import { requestAsker } from './request-asker.ts'
import type { Result } from './result.ts'
import type { Seals } from './seal.ts'
import type { SearchRefusals } from './search-refusals.ts'
import { observeRequests } from './telemetry/observe-requests.ts'
import type { Telemetry } from './telemetry/telemetry.ts'
import { toFailure } from './upstream-failure.ts'

/** What the app needs from outside: everything that talks, waits or is random. */
export interface AppDeps {
  readonly gateway: CasesGateway
  readonly auth: Auth
  readonly refusals: SearchRefusals
  readonly seals: Seals
  /** Fields that rows show beside those that every row has. */
  readonly rowFields: readonly string[]
  /** Origins whose pages may ask, beside our own. */
  readonly allowedOrigins: readonly string[]
  readonly log: Log
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly newRequestId: () => string
  readonly limits: {
    /** How long a request may wait for the service, in all its tries. */
    readonly deadlineMs: number
    readonly bodyBytes: number
    /** How long details wait for the labels of fields. */
    readonly labelsMs: number
  }
  readonly telemetry: Telemetry
  readonly readiness: Pick<Readiness, 'read'>
}

// What is wrong with a domain id, its own parser says.
const domain = '/api/domains/:domainId'
const listPath = `${domain}/list-cases-for-contact`
const detailsPath = `${domain}/case-details`
const templatesPath = `${domain}/templates`
const templatePath = `${templatesPath}/:templateId`

// The agent's browser may keep templates, nobody between.
const keptByTheBrowser = 'private, max-age=60'

/** The server's routes, without a socket: for Node, for the Vite dev server, and for tests. */
export function createRoutes(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(answerHeaders())
  // Before the rest: asked every few seconds, they would fill the log.
  app.get('/livez', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', (c) => {
    const state = deps.readiness.read()
    return c.json(state, state.status === 'ok' ? 200 : 503)
  })

  app.use(observeRequests(deps.telemetry))
  app.use(everyAnswer(deps))
  app.use(originGuard(deps.allowedOrigins))
  app.use('/api/*', authentication(deps.auth.authenticate))
  app.use('/api/*', requestAsker(deps))
  app.post(listPath, casesAnswer(deps))
  app.post(detailsPath, detailsAnswer(deps))
  app.get(templatesPath, etag(), (c) => answerTemplates(c, deps))
  app.get(templatePath, etag(), (c) => answerTemplate(c, deps))
  for (const path of [listPath, detailsPath]) app.all(path, (c) => answerOtherMethod(c, 'POST'))
  for (const path of [templatesPath, templatePath]) app.all(path, (c) => answerOtherMethod(c, 'GET, HEAD'))

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

function casesAnswer(deps: AppDeps) {
  const listCases = createListCases({ ...deps, access: deps.auth.access })
  return async (c: Context<AppEnv>): Promise<Response> => {
    const page = await listCases(askingOf(c))
    return page.ok ? c.json(page.value) : problemAnswer(c, page.problem)
  }
}

function detailsAnswer(deps: AppDeps) {
  const caseDetails = createCaseDetails({ ...deps, access: deps.auth.access })
  return async (c: Context<AppEnv>): Promise<Response> => {
    const details = await caseDetails(askingOf(c))
    return details.ok ? c.json(details.value) : problemAnswer(c, details.problem)
  }
}

// One by one: `c.var` copies all there are.
function askingOf(c: Context<AppEnv>) {
  return { request: c.req.raw, requestId: c.get('requestId'), viewer: c.get('viewer'), asker: c.get('asker') }
}

async function answerTemplates(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const domainId = allowedDomain(c, deps)
  if (!domainId.ok) return problemAnswer(c, domainId.problem)
  const templates = await deps.gateway.listTemplates(domainId.value, c.var.asker)
  if (!templates.ok) return problemAnswer(c, toFailure(templates.problem))
  c.header('cache-control', keptByTheBrowser)
  return c.json({ templates: [...templates.value] } satisfies TemplatesResponse)
}

async function answerTemplate(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const domainId = allowedDomain(c, deps)
  if (!domainId.ok) return problemAnswer(c, domainId.problem)
  const templateId = parsePathId(c.req.url, 'templateId')
  if (!templateId.ok) return problemAnswer(c, templateId.problem)
  const question = { domainId: domainId.value, templateId: templateId.value }
  const template = await deps.gateway.getTemplate(question, c.var.asker)
  if (!template.ok) return problemAnswer(c, toFailure(template.problem))
  c.header('cache-control', keptByTheBrowser)
  return c.json(template.value)
}

function allowedDomain(c: Context<AppEnv>, { auth }: AppDeps): Result<string, Failure> {
  const domainId = parsePathId(c.req.url, 'domainId')
  if (!domainId.ok) return domainId
  const allowed = auth.access.toDomain(c.var.viewer, domainId.value)
  return allowed.ok ? domainId : allowed
}

function answerOtherMethod(c: Context<AppEnv>, allowed: string): Response {
  c.header('allow', allowed)
  return problemAnswer(c, { code: 'method_not_allowed', detail: `This route takes ${allowed}.` })
}
