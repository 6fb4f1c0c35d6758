import type { ListCasesForContactResponse } from '../contract/answers.ts'
import { listCasesForContactRequest } from '../contract/list-cases-for-contact.ts'
import type { Asker } from './asker.ts'
import { auditCases } from './auth/audit.ts'
import type { CaseAccess } from './auth/case-access.ts'
import { ownerOf, type Viewer } from './auth/viewer.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { openCursor } from './cursor.ts'
import type { Failure } from './failure.ts'
import type { Log } from './log.ts'
import { parsePathId } from './path-id.ts'
import { readBody } from './request-body.ts'
import { fail, type Result, succeed } from './result.ts'
import type { Seals } from './seal.ts'
import { createSealedPages } from './sealed-pages.ts'
import { cursorExpired, toFailure } from './upstream-failure.ts'

interface ListCasesDeps {
  readonly access: CaseAccess
  readonly gateway: Pick<CasesGateway, 'listCasesForContact'>
  readonly seals: Seals
  readonly log: Log
  readonly limits: { readonly bodyBytes: number }
}

/** One request for a page, whose it is, and where it is in the log. */
interface Asking {
  readonly request: Request
  readonly requestId: string
  readonly viewer: Viewer
  readonly asker: Asker
}

/** Answers ListCasesForContact in the service's own form, with cursors in place of the service's tokens. */
export function createListCases({ access, gateway, seals, log, limits }: ListCasesDeps) {
  const sealed = createSealedPages(seals)

  return async ({
    request,
    requestId,
    viewer,
    asker,
  }: Asking): Promise<Result<ListCasesForContactResponse, Failure>> => {
    const domainId = parsePathId(request.url, 'domainId')
    if (!domainId.ok) return domainId
    const input = await readBody(request, listCasesForContactRequest, limits.bodyBytes)
    if (!input.ok) return input

    const { nextToken: cursor, throughContactArn = null, ...question } = input.value
    const { contactArn } = question
    const scope = { domainId: domainId.value, contactArn, throughContactArn, owner: ownerOf(viewer) }
    const ground = await access.toContact(viewer, scope, asker)
    if (!ground.ok) return ground
    const asked = cursor === undefined ? undefined : openCursor(seals, cursor, scope)
    if (asked === null) return fail({ ...cursorExpired('nextToken'), reason: 'the cursor does not open' })

    const page = await gateway.listCasesForContact(
      { ...question, domainId: scope.domainId, ...(asked !== undefined && { nextToken: asked }) },
      asker,
    )
    if (!page.ok) {
      if (page.problem.code === 'not_found') access.contradicted(viewer, scope)
      return fail(toFailure(page.problem))
    }
    // The service gave the token it was asked with: its list would never end.
    const isRepeated = page.value.nextToken !== null && page.value.nextToken === asked
    if (isRepeated) log({ event: 'repeated_token', requestId })
    const count = page.value.cases.length
    auditCases(log, { requestId, viewer, contactArn, ground: ground.value, what: 'list', count })
    const answer = sealed(page.value, scope)
    return succeed(isRepeated ? { ...answer, nextToken: null } : answer)
  }
}
