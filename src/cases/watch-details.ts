import { hashKey, partialMatchKey, QueryObserver } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { caseDetailsKey, caseDetailsQuery } from './case-details-query.ts'
import { type CasesMemory, detailsAsksOf, findList, pagesOf } from './cases-in-memory.ts'
import { CasesError } from './cases-problem.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { batchesOf, knownDetails, spentAsks } from './known-details.ts'
import { markDue, readDue } from './read-again.ts'
import { isUnasked } from './unasked-reads.ts'

/**
 * Asks for the details of every page of a contact's cases that is read, and forgets answers that newer ones replaced.
 * A server that does not know its own tokens any more makes it read the list again. Returns its undo.
 */
export function watchDetails(memory: CasesMemory, contactArn: ContactArn): () => void {
  const { client, queryClient } = memory
  const listHash = hashKey(contactCasesQuery(client, contactArn).queryKey)
  const detailsKey = caseDetailsKey(client, contactArn)
  const asked = new Map<string, () => void>()
  const readAgain = createReadAgain(memory, contactArn)

  function askForAll() {
    const pages = pagesOf(memory, contactArn) ?? []
    const batches = batchesOf(pages)
    const known = isUnasked(findList(memory, contactArn))
      ? knownDetails(pages, detailsAsksOf(memory, contactArn))
      : null
    const wanted = new Set(batches.map((batch) => batch.detailsToken))
    for (const [token, release] of asked) {
      if (wanted.has(token)) continue
      asked.delete(token)
      release()
    }
    for (const batch of batches) {
      if (asked.has(batch.detailsToken)) continue
      const isRefresh = batch.caseIds.every((caseId) => known?.get(caseId)?.status === 'known')
      const observer = new QueryObserver(queryClient, caseDetailsQuery(client, contactArn, batch, { isRefresh }))
      asked.set(
        batch.detailsToken,
        observer.subscribe(() => {}),
      )
    }
    forgetSpent(memory, contactArn)
  }

  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    const { queryHash, queryKey, state } = event.query
    const action = event.type === 'updated' ? event.action.type : event.type
    if (queryHash === listHash) {
      if (action === 'success' || action === 'removed') askForAll()
    } else if (partialMatchKey(queryKey, detailsKey)) {
      if (action === 'success') forgetSpent(memory, contactArn)
      if (action === 'error' && isExpired(state.error) && asked.has(String(queryKey[3]))) readAgain()
    }
  })
  askForAll()
  return () => {
    unsubscribe()
    for (const release of asked.values()) release()
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof CasesError && error.problem.code === 'cursor_expired'
}

const minute = 60_000

/** A list brings new tokens. Where the server knows these no better, reading it once more would not help: not a loop. */
function createReadAgain(memory: CasesMemory, contactArn: ContactArn): () => void {
  let readAt = Number.NEGATIVE_INFINITY
  return () => {
    if (Date.now() - readAt < minute) return
    readAt = Date.now()
    markDue(memory, contactArn)
    readDue(memory, [contactArn])
  }
}

function forgetSpent(memory: CasesMemory, contactArn: ContactArn): void {
  const pages = pagesOf(memory, contactArn)
  if (pages === null) return
  const key = caseDetailsKey(memory.client, contactArn)
  for (const { detailsToken, caseId } of spentAsks(pages, detailsAsksOf(memory, contactArn))) {
    const queryKey = [...key, detailsToken, ...(caseId === null ? [] : [caseId])]
    memory.queryClient.removeQueries({ queryKey, exact: true })
  }
}
