import type { QueryClient } from '@tanstack/react-query'
import { arnsOn, type DeskModel } from './desk-moves.ts'

/** What is in memory of contacts that are not on the desk, a sentence each. */
export function strangers(queryClient: QueryClient, desk: DeskModel): readonly string[] {
  const allowed = arnsOn(desk)
  return inMemory(queryClient).flatMap(({ queryKey, queryHash }) => {
    const isOfContact = queryKey[0] === 'contact-cases' || queryKey[0] === 'case-details'
    const isAllowed = isOfContact ? allowed.has(String(queryKey[2])) : desk.status !== 'signedOut'
    return isAllowed ? [] : [`${queryHash} is in memory, and not on the desk`]
  })
}

/** Every query that holds an answer. */
export function inMemory(queryClient: QueryClient) {
  return queryClient.getQueryCache().findAll({ predicate: (query) => query.state.data !== undefined })
}
