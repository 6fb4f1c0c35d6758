import { z } from 'zod'
import type { Owner } from './auth/viewer.ts'
import { parseJson } from './parse-json.ts'
import type { Seals } from './seal.ts'

/** A page of a contact's list, as its details token holds it. */
export interface ListedPage {
  readonly contactArn: string
  /** The agent's contact that was transferred from that one; null: it is the agent's itself. */
  readonly throughContactArn: string | null
  /** In the order of the page. */
  readonly caseIds: readonly string[]
}

/** Where a details token opens, and for whom. */
interface PageScope {
  readonly domainId: string
  readonly owner: Owner
}

const listedPage = z.object({
  contactArn: z.string(),
  throughContactArn: z.string().nullable(),
  caseIds: z.array(z.string()),
})

// What the contract takes. Ten ids of the service's UUIDs need 700; ten of 500 characters fit, unless in
// letters of several bytes: then there is no token, and the cases are shown without details.
const longestToken = 13_000

/** Seals which cases the domain listed for a contact, so that a browser can ask for their details and for no others. */
export function sealPage(seals: Seals, page: ListedPage, { domainId, owner }: PageScope): string | null {
  if (page.caseIds.length === 0) return null
  const token = seals.seal(JSON.stringify(page), ['detailsToken', domainId, ...owner])
  return token.length <= longestToken ? token : null
}

/**
 * The page, or null where the token is not ours, not this domain's, or somebody else's; or of a server of another
 * version, that shares our keys while a deployment is under way and writes its pages otherwise.
 */
export function openPage(seals: Seals, token: string, { domainId, owner }: PageScope): ListedPage | null {
  const text = seals.open(token, ['detailsToken', domainId, ...owner])
  return listedPage.safeParse(parseJson(text)).data ?? null
}
