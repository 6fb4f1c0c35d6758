import type { CaseRow } from './case-rows.ts'

/** What a refresh changed: ids of the cases that are new, and how many are no longer linked. */
export interface ReadChanges {
  readonly appeared: ReadonlySet<string>
  readonly vanished: number
}

/** The rows before a refresh and after it. A case that is now linked to the other contact of a transfer stayed. */
export function compareReads(before: readonly CaseRow[], after: readonly CaseRow[]): ReadChanges {
  const old = new Set(before.map((row) => row.caseId))
  const now = new Set(after.map((row) => row.caseId))
  return {
    appeared: new Set([...now].filter((caseId) => !old.has(caseId))),
    vanished: [...old].filter((caseId) => !now.has(caseId)).length,
  }
}
