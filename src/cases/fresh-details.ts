import type { QueryClient } from '@tanstack/react-query'
import type { DetailsAnswer, DetailsKey } from './case-details-query.ts'
import type { CasesPage, DetailsBatch } from './cases-page.ts'

// A contact rings for twenty seconds ("Use the Contact Control Panel to chat with contacts" in Amazon Connect's
// documentation). Once it is accepted the list may have cases that a flow has linked meanwhile; on those that were there
// nobody has worked yet.
const freshForMs = 20_000

/** A page that is read again: where it has just the cases of a batch whose details were all found a moment ago, these serve. */
export function withFreshDetails(
  queryClient: QueryClient,
  detailsKey: DetailsKey,
  batches: readonly DetailsBatch[],
  page: CasesPage,
): CasesPage {
  const fresh = batches.find(({ detailsToken, caseIds }) => {
    const answer = queryClient.getQueryState<DetailsAnswer>([...detailsKey, detailsToken])
    return (
      answer?.data?.every(({ outcome }) => outcome === 'found') &&
      Date.now() - answer.dataUpdatedAt < freshForMs &&
      caseIds.length === page.cases.length &&
      page.cases.every(({ caseId }) => caseIds.includes(caseId))
    )
  })
  return fresh === undefined ? page : { ...page, batches: [fresh] }
}
