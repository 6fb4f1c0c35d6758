import type { ContactArn } from '../contact/contact-arn.ts'
import { caseDetailsKey } from './case-details-query.ts'
import { type CasesMemory, findList, pagesOf } from './cases-in-memory.ts'
import { oldestReadOf } from './cases-page.ts'
import { CasesError } from './cases-problem.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { batchesOf } from './known-details.ts'
import { isWaitOver } from './retry-at.ts'
import { readUnasked } from './unasked-reads.ts'

/**
 * What a refresh may cost that nobody asked for, in requests. All agents of an account share about two requests a
 * second, and every accepted contact may cause one. Reading again takes as many requests as there are pages, and as
 * many for their details: two pages fit. A longer list is not read again in part, since a case may have moved to a
 * page that was left out: it stays as it is, and the button reads all of it.
 */
const mostRequests = 5

/** Marks a list as due to be read again, where it was read longer ago; it is as soon as someone looks at it. */
export function markDue(memory: CasesMemory, contactArn: ContactArn, longerAgoThanMs = Number.NEGATIVE_INFINITY): void {
  const list = findList(memory, contactArn)
  if (list?.state.data === undefined || Date.now() - oldestReadOf(list.state.data.pages) <= longerAgoThanMs) return
  // Not `invalidate`, which tells nobody where a failure left the mark already.
  list.setState({ isInvalidated: true })
}

/**
 * Reads again those of a contact's lists that are due, where there is room to spare; nothing where all of them would
 * cost too much.
 */
export function readDue(memory: CasesMemory, contactArns: readonly ContactArn[]): void {
  if (costOf(memory, contactArns) > mostRequests) return
  for (const list of contactArns.flatMap((contactArn) => findList(memory, contactArn) ?? [])) {
    const { data, isInvalidated } = list.state
    if (isInvalidated && data !== undefined && isWaitOver(list.state)) readUnasked(list)
  }
}

/** Asks again for what the server did not give, since the contact was not with this agent at that time. */
export function readDenied(memory: CasesMemory, contactArn: ContactArn): void {
  const { client, queryClient } = memory
  const keys = [contactCasesQuery(client, contactArn).queryKey, caseDetailsKey(client, contactArn)]
  for (const query of keys.flatMap((queryKey) => queryClient.getQueryCache().findAll({ queryKey }))) {
    const { data, error } = query.state
    if (!(error instanceof CasesError) || error.problem.code !== 'contact_not_yours') continue
    if (data === undefined) query.fetch().catch(() => {}) // how it ends is in its state
  }
}

function costOf(memory: CasesMemory, contactArns: readonly ContactArn[]): number {
  const lists = contactArns.map((contactArn) => pagesOf(memory, contactArn) ?? [])
  return lists.reduce((cost, pages) => cost + pages.length + batchesOf(pages).length, 0)
}
