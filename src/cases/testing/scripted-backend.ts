import type { FoundCase } from '../../contract/answers.ts'
import type { ProblemCode } from '../../contract/problem-catalogue.ts'
import { problemCatalogue, problemMediaType } from '../../contract/problem-catalogue.ts'
import { type CasesClient, createCasesClient } from '../cases-client.ts'

/** A request the backend has received and not answered yet; what a route does not send is null. */
export interface Call {
  readonly route: 'list-cases-for-contact' | 'case-details' | 'templates' | 'template'
  readonly contactArn: string | null
  readonly throughContactArn: string | null
  readonly nextToken: string | null
  readonly detailsToken: string | null
  /** The cases of a page whose details are asked for; null: all of them. */
  readonly caseIds: readonly string[] | null
  readonly templateId: string | null
  /** The header that says how urgent it is. */
  readonly priority: string | null
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
      const call: Call = {
        ...requestOf(url, init),
        priority: new Headers(init.headers).get('priority'),
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

type Asked = Omit<Call, 'priority' | 'aborted' | 'answer' | 'drop'>

function requestOf(url: string, init: RequestInit): Asked {
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
  const [name, templateId] = url.split('/').slice(4)
  const { contactArn = null, throughContactArn = null, nextToken = null, detailsToken = null, caseIds = null } = body
  const asked = { contactArn, throughContactArn, nextToken, detailsToken, caseIds, templateId: null }
  if (templateId !== undefined) return { ...asked, route: 'template', templateId: decodeURIComponent(templateId) }
  if (name === 'templates' || name === 'case-details') return { ...asked, route: name }
  return { ...asked, route: 'list-cases-for-contact' }
}

interface PageOptions {
  readonly templateId?: string
  /** Asks for the details of these cases; without it the server offers none. */
  readonly detailsToken?: string
}

/** A page of the list: cases named by their ids, of one template unless told. */
export function page(caseIds: readonly string[], nextToken: string | null = null, options: PageOptions = {}): Response {
  const { templateId = 'general', detailsToken } = options
  const cases = caseIds.map((caseId) => ({ caseId, templateId }))
  return Response.json({ cases, nextToken, ...(detailsToken !== undefined && { detailsToken }) })
}

/** A case as its details tell it: open, and titled after its id unless told. */
export function foundCase(caseId: string, more: Partial<FoundCase> = {}): FoundCase {
  return {
    outcome: 'found',
    caseId,
    title: `Title of ${caseId}`,
    status: { value: 'open', label: 'Open' },
    referenceNumber: null,
    createdAt: null,
    updatedAt: null,
    fields: [],
    ...more,
  }
}

/** A case whose details could not be read. */
export function failedCase(caseId: string, code: ProblemCode) {
  return { outcome: 'failed' as const, caseId, code, retryable: problemCatalogue[code].retryable }
}

/** An answer of details: cases named by their ids, or written out. */
export function details(...results: readonly (string | FoundCase | ReturnType<typeof failedCase>)[]): Response {
  return Response.json({ results: results.map((each) => (typeof each === 'string' ? foundCase(each) : each)) })
}

/** The list of templates. */
export function templates(...names: readonly string[]): Response {
  return Response.json({
    templates: names.map((name) => ({ templateId: name.toLowerCase(), name, status: 'Active' })),
  })
}

/** One template, deleted since. */
export function deletedTemplate(templateId: string, name: string): Response {
  return Response.json({ templateId, name, status: 'Deleted' })
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
