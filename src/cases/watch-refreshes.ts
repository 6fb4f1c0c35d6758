import { hashKey } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { toCaseRows } from './case-rows.ts'
import { type CasesMemory, pagesOf } from './cases-in-memory.ts'
import type { CasesPage } from './cases-page.ts'
import { compareReads, type ReadChanges } from './compare-reads.ts'
import { contactCasesQuery } from './contact-cases-query.ts'

type Pages = readonly CasesPage[]

/**
 * Tells what each refresh of a contact's lists changed, when the last of them is done; null when they are forgotten.
 * Loading more and a first read are no refresh. Returns its undo.
 */
export function watchRefreshes(
  memory: CasesMemory,
  contactArns: readonly ContactArn[],
  onRefresh: (changes: ReadChanges | null) => void,
): () => void {
  const hashes = contactArns.map((arn) => hashKey(contactCasesQuery(memory.client, arn).queryKey))
  /** What was on screen of each list that is being read again. */
  const before = new Map<ContactArn, Pages>()
  let changes: ReadChanges | null = null

  const rowsWith = (contactArn: ContactArn, itsPages: Pages) => {
    const [thisPages = [], initialPages = []] = contactArns.map((each) =>
      each === contactArn ? itsPages : (pagesOf(memory, each) ?? []),
    )
    return toCaseRows(thisPages, initialPages)
  }

  function compare(contactArn: ContactArn) {
    const now = pagesOf(memory, contactArn)
    const old = before.get(contactArn)
    if (old && now) changes = merge(changes, compareReads(rowsWith(contactArn, old), rowsWith(contactArn, now)))
  }

  return memory.queryClient.getQueryCache().subscribe((event) => {
    const contactArn = contactArns[hashes.indexOf(event.query.queryHash)]
    if (contactArn === undefined) return
    if (event.type === 'removed') {
      before.clear()
      changes = null
      onRefresh(null)
    }
    if (event.type !== 'updated') return
    const { action } = event
    const pages = pagesOf(memory, contactArn)
    if (action.type === 'fetch' && action.meta?.fetchMore === undefined && pages) before.set(contactArn, pages)
    if (action.type === 'success') compare(contactArn)
    if (event.query.state.fetchStatus === 'idle') before.delete(contactArn)
    if (before.size > 0 || changes === null) return
    onRefresh(changes)
    changes = null
  })
}

function merge(first: ReadChanges | null, second: ReadChanges): ReadChanges {
  return {
    appeared: new Set([...(first?.appeared ?? []), ...second.appeared]),
    vanished: (first?.vanished ?? 0) + second.vanished,
  }
}
