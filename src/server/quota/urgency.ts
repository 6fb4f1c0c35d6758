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
