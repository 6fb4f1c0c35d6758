import { type ListCasesForContactResponse, listCasesForContactRequest } from '../contract/list-cases-for-contact.ts'
import type { Asker } from './asker.ts'
import type { CaseAccess, Ground } from './auth/case-access.ts'
import { ownerOf, type Viewer } from './auth/viewer.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { sealPage } from './details-token.ts'
import type { Failure } from './failure.ts'
import { parsePathId } from './path-id.ts'
import { readBody } from './request-body.ts'
import { fail, type Result, succeed } from './result.ts'
import type { Seals } from './seal.ts'
import { cursorExpired, toFailure } from './upstream-failure.ts'

interface ListCasesDeps {
  readonly gateway: CasesGateway
  readonly seals: Seals
  readonly limits: { readonly bodyBytes: number }
  readonly access: CaseAccess
  /** Cases are about to be shown, and why they may be. */
  readonly onListed: (listed: { readonly contactArn: string; readonly ground: Ground; readonly count: number }) => void
  /** The service gave the token it was asked with: its list would never end. */
  readonly onRepeatedToken: () => void
}

/** One request for a page, whose it is, and how long it may wait. */
interface Asking {
  readonly request: Request
  readonly viewer: Viewer
  readonly asker: Asker
}

/** Answers ListCasesForContact in the service's own form, with cursors in place of the service's tokens. */
export async function listCases(
  { request, viewer, asker }: Asking,
  { gateway, seals, limits, access, onListed, onRepeatedToken }: ListCasesDeps,
): Promise<Result<ListCasesForContactResponse, Failure>> {
  const domainId = parsePathId(request.url, 'domainId')
  if (!domainId.ok) return domainId
  const input = await readBody(request, listCasesForContactRequest, limits.bodyBytes)
  if (!input.ok) return input

  const { nextToken: cursor, throughContactArn = null, ...question } = input.value
  const { contactArn } = question
  const scope = { domainId: domainId.value, contactArn, owner: ownerOf(viewer) }
  const ground = await access.toContact(viewer, { ...scope, throughContactArn }, asker)
  if (!ground.ok) return ground
  const asked = cursor === undefined ? undefined : openCursor(seals, cursor, scope)
  if (asked === null) return fail({ ...cursorExpired('nextToken'), reason: 'the cursor does not open' })

  const page = await gateway.listCasesForContact(
    { ...question, domainId: scope.domainId, ...(asked !== undefined && { nextToken: asked }) },
    asker,
  )
  if (!page.ok) {
    if (page.problem.code === 'not_found') access.contradicted(viewer, { ...scope, throughContactArn })
    return fail(toFailure(page.problem))
  }
  const { cases, nextToken } = page.value
  const isRepeated = nextToken !== null && nextToken === asked
  if (isRepeated) onRepeatedToken()
  onListed({ contactArn, ground: ground.value, count: cases.length })
  const caseIds = cases.map(({ caseId }) => caseId)
  return succeed({
    cases,
    nextToken: nextToken === null || isRepeated ? null : sealCursor(seals, nextToken, scope),
    detailsToken: sealPage(seals, { contactArn, throughContactArn, caseIds }, scope),
  })
}
