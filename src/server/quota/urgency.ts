import { type Purpose, urgencyOf } from '../../contract/urgency.ts'

/** The `u` of the header `Priority` (RFC 9218), 0 the most urgent. */
export type Urgency = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

const levels: readonly Urgency[] = [0, 1, 2, 3, 4, 5, 6, 7]
const usual: Urgency = 3

/** That number, or the usual where it is none. */
export function toUrgency(number: number): Urgency {
  return levels.find((level) => level === number) ?? usual
}

/** What the header asks for; 3 where it is missing or malformed, as the RFC has it. Of several `u` the last counts. */
export function parseUrgency(header: string | null): Urgency {
  const members = (header ?? '').split(',').map((member) => member.trim())
  const urgency = members.findLast((member) => member.startsWith('u='))
  // A member may have parameters: `u=1;x`.
  const [, digit] = /^u=([0-7])(?:;.*)?$/.exec(urgency ?? '') ?? []
  return toUrgency(Number(digit ?? usual))
}

const purposes = Object.keys(urgencyOf) as Purpose[] // the keys of the table, which TypeScript has as texts

/** What a request of this urgency is for, in the contract's few words: a level between two counts as the more urgent. */
export function purposeOf(urgency: Urgency): Purpose {
  return purposes.findLast((purpose) => urgencyOf[purpose] <= urgency) ?? 'shown'
}

/** Whether nobody waits for it: it takes what is to spare, at once, or nothing. */
export function isSpareOnly(urgency: number): boolean {
  return urgency >= urgencyOf.refreshing
}
