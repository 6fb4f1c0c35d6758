import type { HeardAnswer } from './agent-client.ts'
import type { RecordedCall } from './record-calls.ts'

const causes = {
  refreshing: 'read again by itself, where there was room',
  more: 'by "refresh"',
  initial: 'for the colleague whom the contact was transferred to',
  ringing: 'for the next agent, since nobody accepted it',
  shown: 'for a supervisor',
  unknown: 'for a reason that is not known',
} as const

/** How often lists were read, by why. */
export interface ReadCounts {
  /** Contacts of which a list was read for the first time. */
  readonly contacts: number
  /** Their first pages, with any that were read again while the last answer still served. */
  readonly first: number
  /** First pages read again when the last answer served no more. */
  readonly again: ReadonlyMap<string, number>
  readonly further: number
}

// As src/server/shared-answers/share-answers.ts keeps a list.
const servesMs = 3_000

/** Counts what was answered from this time on. */
export function countReads(calls: readonly RecordedCall[], answers: readonly HeardAnswer[], since: number): ReadCounts {
  const lastRead = new Map<string, number>()
  const again = new Map<string, number>()
  const counts = { contacts: 0, first: 0, further: 0 }
  for (const { list, at, status } of calls) {
    if (list === null || status !== 200) continue
    const last = lastRead.get(list.contactArn)
    if (list.nextToken === null) lastRead.set(list.contactArn, at)
    if (at < since) continue
    if (last === undefined) counts.contacts += 1
    if (list.nextToken !== null) counts.further += 1
    else if (last === undefined || at - last < servesMs) counts.first += 1
    else {
      const cause = causes[causeOf(list.contactArn, at, answers)]
      again.set(cause, (again.get(cause) ?? 0) + 1)
    }
  }
  return { ...counts, again }
}

/** Who asked last before the service was asked, and got an answer. */
function causeOf(contactArn: string, at: number, answers: readonly HeardAnswer[]): keyof typeof causes {
  const asked = answers
    .filter((answer) => answer.contactArn === contactArn && answer.at <= at && answer.status === 200)
    .reduce<HeardAnswer | null>((last, answer) => (last === null || answer.at >= last.at ? answer : last), null)
  if (asked === null) return 'unknown'
  if (asked.purpose === 'more' && asked.isInitial) return 'initial'
  return asked.purpose === 'details' || asked.purpose === 'other' ? 'unknown' : asked.purpose
}
