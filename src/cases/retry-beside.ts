import type { Query, QueryKey } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { caseDetailsKey } from './case-details-query.ts'
import { type CasesMemory, detailsAsksOf, pagesOf } from './cases-in-memory.ts'
import { CasesError } from './cases-problem.ts'
import { batchesOf, knownDetails } from './known-details.ts'
import { retryAt } from './retry-at.ts'
import { templatesQuery } from './templates-query.ts'
import type { Visibility } from './visibility.ts'

/**
 * Asks again for what stands beside the cases of these contacts, details and names of templates, where it is missing for
 * a failure that may pass, and someone can see that. A list that failed has a countdown of its own, on screen.
 * Returns its undo.
 */
export function retryBeside(
  memory: CasesMemory,
  contactArns: readonly ContactArn[],
  visibility: Visibility,
): () => void {
  const cache = memory.queryClient.getQueryCache()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tryDue() {
    clearTimeout(timer)
    if (!visibility.isShown()) return
    const waits: number[] = []
    for (const query of [...contactArns.flatMap((arn) => missedDetails(memory, arn)), ...missedTemplates(memory)]) {
      const at = dueAt(query)
      if (at === null) continue
      if (at > Date.now()) waits.push(at - Date.now())
      else query.fetch().catch(() => {}) // how it ends is in its state
    }
    if (waits.length > 0) timer = setTimeout(tryDue, Math.min(...waits))
  }

  const undo = [
    cache.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') tryDue()
    }),
    visibility.subscribe(tryDue),
    () => clearTimeout(timer),
  ]
  tryDue()
  return () => undo.forEach((each) => void each())
}

/** Not those that are there from an earlier answer: what is only read again yields to others, without a word. */
function missedDetails(memory: CasesMemory, contactArn: ContactArn): readonly Query[] {
  const pages = pagesOf(memory, contactArn) ?? []
  const known = knownDetails(pages, detailsAsksOf(memory, contactArn))
  const missed = batchesOf(pages).filter(({ caseIds }) => caseIds.some((id) => known.get(id)?.status === 'failed'))
  const key = caseDetailsKey(memory.client, contactArn)
  return missed.flatMap(({ detailsToken }) => find(memory, [...key, detailsToken]))
}

function missedTemplates(memory: CasesMemory): readonly Query[] {
  return find(memory, templatesQuery(memory.client).queryKey).filter(({ state }) => state.data === undefined)
}

function find({ queryClient }: CasesMemory, queryKey: QueryKey): readonly Query[] {
  return queryClient.getQueryCache().findAll({ queryKey, exact: true })
}

function dueAt({ state: { error, errorUpdatedAt } }: Query): number | null {
  return error instanceof CasesError ? retryAt({ problem: error.problem, failedAt: errorUpdatedAt }) : null
}
