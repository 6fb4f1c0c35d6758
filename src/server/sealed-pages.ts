import type { ListCasesForContactResponse } from '../contract/answers.ts'
import { type CursorScope, sealCursor } from './cursor.ts'
import { sealPage } from './details-token.ts'
import type { Seals } from './seal.ts'
import type { CasesPage } from './upstream-answer.ts'

/** Whose page it is, and how they came to it. */
interface PageScope extends CursorScope {
  /** The agent's contact that was transferred from this one; null: it is the agent's itself. */
  readonly throughContactArn: string | null
}

interface Sealed {
  /** The whole scope: what was sealed for one is never given to another. */
  readonly scope: string
  readonly answer: ListCasesForContactResponse
}

/**
 * Puts pages of the service into the form that browsers get, with sealed tokens. Who gets the same page again, as when a
 * contact that rang is accepted, gets the same answer: to seal costs more than most of what else there is to do. It is
 * forgotten with the page.
 */
export function createSealedPages(seals: Seals) {
  const sealedLast = new WeakMap<CasesPage, Sealed>()

  return (page: CasesPage, scope: PageScope): ListCasesForContactResponse => {
    const { domainId, contactArn, throughContactArn, owner } = scope
    const name = JSON.stringify([domainId, contactArn, throughContactArn, ...owner])
    const known = sealedLast.get(page)
    if (known?.scope === name) return known.answer
    const { cases, nextToken } = page
    const caseIds = cases.map(({ caseId }) => caseId)
    const answer = {
      cases,
      nextToken: nextToken === null ? null : sealCursor(seals, nextToken, scope),
      detailsToken: sealPage(seals, { contactArn, throughContactArn, caseIds }, scope),
    }
    sealedLast.set(page, { scope: name, answer })
    return answer
  }
}
