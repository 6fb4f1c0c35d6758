import type { Query, QueryClient } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { caseDetailsKey, caseDetailsQuery } from './case-details-query.ts'
import type { CasesClient } from './cases-client.ts'
import type { CasesPage } from './cases-page.ts'
import type { CasesError } from './cases-problem.ts'
import { type ContactCases, contactCasesQuery } from './contact-cases-query.ts'
import { batchesOf, type DetailsAsk, knownDetails } from './known-details.ts'

/** Whom to ask, and the memory that the answers are in. */
export interface CasesMemory {
  readonly client: CasesClient
  readonly queryClient: QueryClient
}

/** The list of a contact's cases, where anyone asked for it. */
export function findList({ client, queryClient }: CasesMemory, contactArn: ContactArn | null) {
  const { queryKey } = contactCasesQuery(client, contactArn)
  return queryClient.getQueryCache().find<ContactCases, CasesError>({ queryKey })
}

/** The pages of a contact's cases; null: not read. */
export function pagesOf(memory: CasesMemory, contactArn: ContactArn | null): readonly CasesPage[] | null {
  return findList(memory, contactArn)?.state.data?.pages ?? null
}

/** Everything that was asked about a contact's cases and not forgotten, the oldest first. */
export function detailsAsksOf({ client, queryClient }: CasesMemory, contactArn: ContactArn): readonly DetailsAsk[] {
  const queries = queryClient.getQueryCache().findAll({ queryKey: caseDetailsKey(client, contactArn) })
  return queries.map(toAsk)
}

function toAsk(query: Query): DetailsAsk {
  const [, , , detailsToken, caseId = null] = query.queryKey
  // The key says what the query holds: only caseDetailsQuery makes such keys.
  const state = query.state as DetailsAsk['state']
  return { detailsToken: String(detailsToken), caseId: caseId === null ? null : String(caseId), state }
}

/**
 * Asks again for the details of one case, on its own; false where this contact has no such case to ask for. A press
 * that comes just after the answer asks nothing: another answer could only take the title away again.
 */
export function retryDetails(memory: CasesMemory, contactArn: ContactArn, caseId: string): boolean {
  const { client, queryClient } = memory
  const pages = pagesOf(memory, contactArn) ?? []
  const batch = batchesOf(pages).find((each) => each.caseIds.includes(caseId))
  if (batch === undefined) return false
  if (knownDetails(pages, detailsAsksOf(memory, contactArn)).get(caseId)?.status === 'known') return true
  const query = caseDetailsQuery(client, contactArn, batch, { caseId })
  // How it ends is in the memory, where the row finds it.
  queryClient.query({ ...query, staleTime: 0 }).catch(() => {})
  return true
}
