import {
  type ListCasesForContactRequest,
  type ListCasesForContactResponse,
  listCasesForContactRequest,
} from '../contract/list-cases-for-contact.ts'
import type { CasesGateway } from './connect-cases-gateway.ts'
import type { Cursors } from './cursor.ts'
import { parseDomainId } from './domain-id.ts'
import { type Failure, fieldErrors } from './failure.ts'
import { readJson } from './request-body.ts'
import { fail, type Result, succeed } from './result.ts'
import { cursorExpired, toFailure } from './upstream-failure.ts'

interface ListCasesDeps {
  readonly gateway: CasesGateway
  readonly cursors: Cursors
  readonly limits: { readonly bodyBytes: number }
  /** The service gave the token it was asked with: its list would never end. */
  readonly onRepeatedToken: () => void
}

/** Answers ListCasesForContact in the service's own form, with cursors in place of the service's tokens. */
export async function listCases(
  request: Request,
  signal: AbortSignal,
  deps: ListCasesDeps,
): Promise<Result<ListCasesForContactResponse, Failure>> {
  const domainId = parseDomainId(request.url)
  if (!domainId.ok) return domainId
  const body = await readJson(request, deps.limits.bodyBytes)
  if (!body.ok) return body
  const input = parseInput(body.value)
  if (!input.ok) return input

  const { nextToken: cursor, ...question } = input.value
  const scope = { domainId: domainId.value, contactArn: question.contactArn }
  const asked = cursor === undefined ? undefined : deps.cursors.open(cursor, scope)
  if (asked === null) return fail({ ...cursorExpired, reason: 'the cursor does not open' })

  const page = await deps.gateway.listCasesForContact(
    { ...question, domainId: scope.domainId, ...(asked !== undefined && { nextToken: asked }) },
    signal,
  )
  if (!page.ok) return fail(toFailure(page.problem))
  const { cases, nextToken } = page.value
  const isRepeated = nextToken !== null && nextToken === asked
  if (isRepeated) deps.onRepeatedToken()
  const next = nextToken === null || isRepeated ? null : deps.cursors.seal(nextToken, scope)
  return succeed({ cases, nextToken: next, detailsToken: null })
}

function parseInput(body: unknown): Result<ListCasesForContactRequest, Failure> {
  const parsed = listCasesForContactRequest.safeParse(body)
  if (parsed.success) return succeed(parsed.data)
  const errors = fieldErrors(parsed.error, 'body')
  const detail = `${errors.map((error) => `${error.field} ${error.detail}`).join('; ')}.`
  return fail({ code: 'invalid_request', detail, errors })
}
