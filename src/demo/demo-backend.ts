import { type ProblemCode, problemCatalogue, problemMediaType } from '../contract/problem-catalogue.ts'
import { type DemoCase, templates } from './demo-case.ts'

/** What is asked of the pretended server. */
export type Question =
  /** `reading` counts how often the list was read from its first page; the first time is 1. */
  | { readonly route: 'list'; readonly contactId: string; readonly page: number; readonly reading: number }
  | { readonly route: 'details'; readonly contactId: string; readonly only: readonly string[] | null }
  | { readonly route: 'templates' }
  | { readonly route: 'template'; readonly templateId: string }

/** What goes wrong: a problem of the catalogue, or what only a network can do; `silent` never answers. */
export type Fault = ProblemCode | 'offline' | 'garbled' | 'silent' | { readonly throttledForSeconds: number }

/** The pretended server of one state. */
export interface DemoBackend {
  /** The cases linked to each contact at that reading, in the order of the service. */
  cases(contactId: string, reading: number): readonly DemoCase[]
  /** How many cases a page has: ten at most, and the service may give fewer. */
  readonly pageLength?: number
  /** What goes wrong; without it, nothing does. */
  fault?(question: Question): Fault | null
}

const longestPage = 10

/** One page of the list. Its tokens say where they go on: there is nothing to hide here. */
export function listAnswer(backend: DemoBackend, contactId: string, reading: number, page: number): Response {
  const onPage = pageOf(backend, [contactId, reading, page])
  const token = (of: number): string => JSON.stringify([contactId, reading, of] satisfies PageToken)
  const hasNext = pageOf(backend, [contactId, reading, page + 1]).length > 0
  return Response.json({
    cases: onPage.map(({ caseId, templateId }) => ({ caseId, templateId })),
    nextToken: hasNext ? token(page + 1) : null,
    detailsToken: onPage.length > 0 ? token(page) : null,
  })
}

/** The details of a page's cases, or only of some of them. */
export function detailsAnswer(backend: DemoBackend, token: PageToken, only: readonly string[] | null): Response {
  const asked = pageOf(backend, token).filter(({ caseId }) => only === null || only.includes(caseId))
  return Response.json({ results: asked.map(outcomeOf) })
}

/** The templates that are listed: deleted ones are not. */
export function templatesAnswer(): Response {
  return Response.json({ templates: templates.filter((template) => template.status !== 'Deleted') })
}

export function templateAnswer(templateId: string): Response {
  const template = templates.find((each) => each.templateId === templateId)
  return template === undefined ? problemAnswer('not_found') : Response.json(template)
}

/** A failure as the server tells it. Never said to be worth a second try: each card would wait for three of them. */
export function problemAnswer(code: ProblemCode, headers: Record<string, string> = {}): Response {
  const { status, title } = problemCatalogue[code]
  const body = { type: 'about:blank', title, status, code, detail: 'Part of the demo', retryable: false }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': problemMediaType, ...headers } })
}

/** Which page of which reading, for which contact. */
export type PageToken = readonly [contactId: string, reading: number, page: number]

function pageOf({ cases, pageLength = longestPage }: DemoBackend, [contactId, reading, page]: PageToken) {
  return cases(contactId, reading).slice((page - 1) * pageLength, page * pageLength)
}

function outcomeOf({ templateId: _, detailsFail, ...found }: DemoCase) {
  if (detailsFail === undefined) return { outcome: 'found', ...found }
  return {
    outcome: 'failed',
    caseId: found.caseId,
    code: detailsFail,
    retryable: problemCatalogue[detailsFail].retryable,
  }
}
