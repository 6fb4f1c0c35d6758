/**
 * How soon a request is needed, as the header `Priority: u=N` says it (RFC 9218): 0 is the most urgent, 7 the least.
 * When the account's quota gets tight, the server lets the more urgent ones go first.
 */
export const urgencyOf = {
  /** The first cases of the contact on screen, where there are none yet. */
  shown: 1,
  /** Those of a contact that rings: mostly it is on screen, and nobody has accepted it. */
  ringing: 2,
  /** What goes beyond: the next page, a refresh by hand, the cases of the contact that this one was transferred from. */
  more: 3,
  /** What rows say beside their case's id: its title, its template. */
  details: 4,
  /** What is on screen, read again though nobody asked for it: only where there is room to spare. */
  refreshing: 6,
} as const

/** What a request is for. */
export type Purpose = keyof typeof urgencyOf

/** The header that says so. */
export function priorityOf(purpose: Purpose): { readonly priority: string } {
  return { priority: `u=${urgencyOf[purpose]}` }
}
