import type { ProblemCode } from '../../contract/problem.ts'
import { problemCatalogue, problemMediaType } from '../../contract/problem.ts'
import { type CasesClient, createCasesClient } from '../cases-client.ts'

/** A request the backend has received and not answered yet. */
export interface Call {
  readonly route: 'list-cases-for-contact' | 'templates'
  readonly contactArn: string | null
  readonly nextToken: string | null
  readonly aborted: () => boolean
  answer(response: Response): void
  /** The connection breaks. */
  drop(): void
}

export interface ScriptedBackend {
  readonly client: CasesClient
  /** Every request so far, in order. */
  readonly calls: readonly Call[]
}

/** The real client, over a fetch whose answers a test writes: by a rule given here, or one by one through `calls`. */
export function createScriptedBackend(rule: (call: Call) => void = () => {}): ScriptedBackend {
  const calls: Call[] = []
  const fetch = (url: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
      const call: Call = {
        route: url.endsWith('/templates') ? 'templates' : 'list-cases-for-contact',
        contactArn: body.contactArn ?? null,
        nextToken: body.nextToken ?? null,
        aborted: () => init.signal?.aborted ?? false,
        answer: resolve,
        drop: () => reject(new TypeError('Failed to fetch')),
      }
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      calls.push(call)
      rule(call)
    })
  return { calls, client: createCasesClient({ apiBaseUrl: '/api', domainId: 'domain', fetch }) }
}

/** A page of the list: cases named by their ids, of one template unless told. */
export function page(caseIds: readonly string[], nextToken: string | null = null, templateId = 'general'): Response {
  return Response.json({ cases: caseIds.map((caseId) => ({ caseId, templateId })), nextToken })
}

/** The list of templates. */
export function templates(...names: readonly string[]): Response {
  return Response.json({
    templates: names.map((name) => ({ templateId: name.toLowerCase(), name, status: 'Active' })),
  })
}

/** An error answer as the server gives it. */
export function problem(code: ProblemCode, headers: Record<string, string> = {}): Response {
  const { status, retryable, title } = problemCatalogue[code]
  const body = { type: 'about:blank', title, status, code, detail: 'scripted', retryable, instance: 'request-1' }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': problemMediaType, ...headers } })
}

/** `count` ids that begin alike: `a-1`, `a-2`, … */
export function ids(prefix: string, count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${first + index}`)
}
