import type { RecordedCall } from './record-calls.ts'

/** How often lists were read, by why. */
export interface ReadCounts {
  /** Contacts of which a list was read for the first time. */
  readonly contacts: number
  /** Their first pages, with any that were read again while the last answer still served. */
  readonly first: number
  /** First pages read again when the last answer served no more: accepted after a long ring, wound up, transferred. */
  readonly again: number
  readonly further: number
}

// As src/server/shared-answers/share-answers.ts keeps a list.
const servesMs = 3_000

/** Counts what was answered from this time on. */
export function countReads(calls: readonly RecordedCall[], since: number): ReadCounts {
  const lastRead = new Map<string, number>()
  const counts = { contacts: 0, first: 0, again: 0, further: 0 }
  for (const { list, at, status } of calls) {
    if (list === null || status !== 200) continue
    const last = lastRead.get(list.contactArn)
    if (list.nextToken === null) lastRead.set(list.contactArn, at)
    if (at < since) continue
    if (last === undefined) counts.contacts += 1
    counts[list.nextToken !== null ? 'further' : last === undefined || at - last < servesMs ? 'first' : 'again'] += 1
  }
  return counts
}
