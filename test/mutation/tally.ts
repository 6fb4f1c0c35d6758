import type { Mutant } from './mutants.ts'

/** A folder's line of the table. */
export interface Tally {
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  readonly uncovered: number
  /** Of those that a test could notice: per cent of them killed. */
  readonly score: number
}

export function tallyOf(mutants: readonly Mutant[]): Tally {
  const count = (outcome: Mutant['outcome']) => mutants.filter((mutant) => mutant.outcome === outcome).length
  const killed = count('killed')
  const score = mutants.length === 0 ? 100 : Math.floor((killed / mutants.length) * 1_000) / 10
  return { mutants: mutants.length, killed, survived: count('survived'), uncovered: count('uncovered'), score }
}

/** Reasons why no test notices, each with the changes that it is about. */
export type Reasons = Readonly<Record<string, readonly string[]>>

/** What the list of survivors does not say, or says and is not so any more. */
export function compareWithList(mutants: readonly Mutant[], reasons: Reasons): { unlisted: Mutant[]; gone: string[] } {
  const alive = mutants.filter(({ outcome }) => outcome !== 'killed')
  const listed = new Set(Object.values(reasons).flat())
  const found = new Set(alive.map(({ change }) => change))
  return {
    unlisted: alive.filter(({ change }) => !listed.has(change)),
    gone: [...listed].filter((change) => !found.has(change)),
  }
}
