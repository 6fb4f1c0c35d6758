// What the contacts of a company are like, for every shift that is played.

export const shortestRingMs = 2_000
export const longestRingMs = 12_000
/** Those that nobody accepts where they ring first. */
export const missedShare = 0.05
/** Those that an agent hands over to a colleague. */
export const transferredShare = 0.08

/** Half of the contacts have one to three cases, and every tenth more than fit on a page; `random` is from 0 to 1. */
export function caseCount(random: number): number {
  if (random < 0.25) return 0
  if (random < 0.75) return 1 + Math.floor((random - 0.25) * 6)
  if (random < 0.9) return 4 + Math.floor((random - 0.75) * 46)
  return 11 + Math.floor((random - 0.9) * 150)
}
