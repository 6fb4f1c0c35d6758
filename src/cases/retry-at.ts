import type { QueryState } from '@tanstack/react-query'
import type { CasesError, Failed } from './cases-problem.ts'

type FailedQuery = Pick<QueryState<unknown, CasesError>, 'error' | 'errorUpdatedAt'>

/** When the server wants to be asked again, in milliseconds since 1970; null where it named no time to wait. */
export function retryAt({ problem, failedAt }: Failed): number | null {
  return problem.retryAfterMs === null ? null : failedAt + problem.retryAfterMs
}

/** Whether a query may be tried again: it did not fail, or the time that the server asked to wait has passed. */
export function isWaitOver({ error, errorUpdatedAt }: FailedQuery): boolean {
  return error === null || Date.now() >= errorUpdatedAt + (error.problem.retryAfterMs ?? 0)
}
