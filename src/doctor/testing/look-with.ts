import { type Check, lookAt } from '../check.ts'

/** `outcome: sentence` of one of these checks. */
export function lookWith<Facts>(checks: readonly Check<Facts>[], id: string, facts: Facts): string {
  const [finding] = lookAt(
    checks.filter((check) => check.id === id),
    { facts },
  )
  return finding === undefined ? `there is no check ${id}` : `${finding.outcome}: ${finding.says}`
}
