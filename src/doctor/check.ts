import { type Finding, skipped, type Verdict } from './verdict.ts'

/** One thing that is looked at, in facts that were gathered before. */
export interface Check<Facts> {
  readonly id: string
  /** What is true where it is good. */
  readonly title: string
  readonly look: (facts: Facts) => Verdict
}

/** Facts, or why there are none. */
export type Gathered<Facts> = { readonly facts: Facts } | { readonly missing: string }

/** A finding for each check: where there are no facts, all are skipped. */
export function lookAt<Facts>(checks: readonly Check<Facts>[], gathered: Gathered<Facts>): Finding[] {
  return checks.map(({ id, title, look }) => ({
    id,
    title,
    ...('facts' in gathered ? look(gathered.facts) : skipped(gathered.missing)),
  }))
}

export function given<Facts>(facts: Facts): { readonly facts: Facts } {
  return { facts }
}

export function missing(why: string): { readonly missing: string } {
  return { missing: why }
}
