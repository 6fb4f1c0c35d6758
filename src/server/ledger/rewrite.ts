import { fail, type Result, succeed } from '../result.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { Page } from './visit.ts'

/** From the moment it was read, by the store's clock, a page may be written for so long. */
export const writeWithinMs = 200

// When many write at once. Nothing is lost: the next visit says it all again.
const mostTries = 20

/** `unread`: nothing was written; `unwritten`: nobody knows whether it was; `busy`: others were faster each time. */
export type RewriteProblem = 'unread' | 'unwritten' | 'busy'

/** Reads the page and writes what it comes to, and begins again where another was faster. */
export async function rewrite<Outcome>(
  store: LedgerStore,
  change: (page: Page) => { readonly text: string; readonly outcome: Outcome },
): Promise<Result<Outcome, RewriteProblem>> {
  const read = await store.read()
  if (!read.ok) return fail('unread')
  let page = read.value
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { text, outcome } = change(page)
    const written = await store.replace(page, text, page.now + writeWithinMs)
    if (!written.ok) return fail('unwritten')
    if (written.value.kept) return succeed(outcome)
    page = written.value.page
  }
  return fail('busy')
}
