import type * as z from 'zod/mini'
import type { ContactArn } from '../contact/contact-arn.ts'
import type {
  CaseDetailsRequest,
  CaseDetailsResponse,
  ListCasesForContactResponse,
  TemplateResponse,
  TemplatesResponse,
} from '../contract/answers.ts'
import { caseDetailsResponse } from '../contract/case-details.ts'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import { templateResponse, templatesResponse } from '../contract/templates.ts'
import { type Purpose, priorityOf } from '../contract/urgency.ts'
import { CasesError } from './cases-problem.ts'
import { readAnswer } from './read-answer.ts'

/** What a list is read for; for whoever looks at the contact and sees nothing yet, unless told. */
type ListPurpose = Exclude<Purpose, 'details'>

/** Details that are missing on screen, unless told that they are only read again. */
type DetailsPurpose = Extract<Purpose, 'details' | 'refreshing'>

/** Asks the backend for cases of one domain; every failure but an abort is a `CasesError`. */
export interface CasesClient {
  readonly domainId: string
  /** One page of the cases linked to exactly this contact; without a token, the first. */
  listCasesForContact(
    input: ContactQuestion & { readonly nextToken?: string | null },
    signal: AbortSignal,
  ): Promise<ListCasesForContactResponse>
  /** What the cases of a page say of themselves; with `caseIds`, only those. */
  caseDetails(
    input: CaseDetailsRequest & { readonly purpose?: DetailsPurpose },
    signal: AbortSignal,
  ): Promise<CaseDetailsResponse>
  /** Every template the domain lists. */
  listTemplates(signal: AbortSignal): Promise<TemplatesResponse>
  /** One template, which may be deleted since. */
  getTemplate(templateId: string, signal: AbortSignal): Promise<TemplateResponse>
}

/** Whose cases are asked for, and for whom. */
export interface ContactQuestion {
  readonly contactArn: ContactArn
  /** The agent's own contact, where the one asked for is the contact that it was transferred from. */
  readonly throughContactArn?: ContactArn | null
  readonly purpose?: ListPurpose
}

export interface CasesClientOptions {
  /** Where the backend answers: a path on the page's own origin, or a URL. */
  readonly apiBaseUrl: string
  readonly domainId: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** How long a request may take. The server's own deadline is shorter; this one is for a network that hangs. */
  readonly deadlineMs?: number
}

/** A client over HTTP. */
export function createCasesClient(options: CasesClientOptions): CasesClient {
  const { apiBaseUrl, domainId, fetch, deadlineMs = 30_000 } = options
  // Looking behind, it begins only where slashes do: without that, many of them in the middle cost their square.
  const base = apiBaseUrl.replace(/(?<!\/)\/+$/, '')
  const domainUrl = `${base}/domains/${encodeURIComponent(domainId)}`

  async function ask<T>(route: string, init: RequestInit, schema: z.ZodMiniType<T>, signal: AbortSignal): Promise<T> {
    const either = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
    try {
      return await readAnswer(await fetch(`${domainUrl}/${route}`, { ...init, signal: either }), schema)
    } catch (error) {
      if (signal.aborted || error instanceof CasesError) throw error
      throw unreachable(error)
    }
  }

  const get = (): RequestInit => ({ method: 'GET', headers: priorityOf('details') })
  const post = (body: unknown, purpose: Purpose): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...priorityOf(purpose) },
    body: JSON.stringify(body),
  })

  return {
    domainId,
    listCasesForContact({ contactArn, throughContactArn, nextToken, purpose = 'shown' }, signal) {
      const body = { contactArn, ...(throughContactArn && { throughContactArn }), ...(nextToken && { nextToken }) }
      return ask('list-cases-for-contact', post(body, purpose), listCasesForContactResponse, signal)
    },
    caseDetails({ purpose = 'details', ...body }, signal) {
      return ask('case-details', post(body, purpose), caseDetailsResponse, signal)
    },
    listTemplates: (signal) => ask('templates', get(), templatesResponse, signal),
    getTemplate(templateId, signal) {
      return ask(`templates/${encodeURIComponent(templateId)}`, get(), templateResponse, signal)
    },
  }
}

function unreachable(cause: unknown): CasesError {
  const detail = cause instanceof Error ? cause.message : 'the request failed'
  return new CasesError(
    { code: 'unreachable', retryable: true, detail, retryAfterMs: null, requestId: null },
    { cause },
  )
}
