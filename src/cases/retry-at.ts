import type { QueryState } from '@tanstack/react-query'
import type { CasesError, CasesProblem, Failed } from './cases-problem.ts'

type FailedQuery = Pick<QueryState<unknown, CasesError>, 'error' | 'errorUpdatedAt'>

const byItselfAfterMs = 15_000
const spreadMs = 7_500

/**
 * When to ask again, in milliseconds since 1970: as the server says, or else in a while, where the failure may pass by
 * itself. null: somebody has to do something first.
 */
export function retryAt({ problem, failedAt }: Omit<Failed, 'status'>): number | null {
  if (problem.retryAfterMs !== null) return failedAt + problem.retryAfterMs
  return passesByItself(problem) ? failedAt + byItselfAfterMs + spreadOf(failedAt) : null
}

// A contact that is not the agent's yet comes with its next phase.
function passesByItself({ retryable, code }: CasesProblem): boolean {
  return retryable && code !== 'contact_not_yours'
}

// A failure that all agents share does not bring them back at once: of neighbouring milliseconds each is far from the
// next. Not at random: it is asked for at every render.
function spreadOf(failedAt: number): number {
  return (failedAt * 7919) % spreadMs
}

/** Whether a query may be tried again: it did not fail, or the time that the server asked to wait has passed. */
export function isWaitOver({ error, errorUpdatedAt }: FailedQuery): boolean {
  return error === null || Date.now() >= errorUpdatedAt + (error.problem.retryAfterMs ?? 0)
}
