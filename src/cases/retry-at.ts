import type { Failed } from './cases-view.ts'

/** When the server wants to be asked again, in milliseconds since 1970; null where it named no time to wait. */
export function retryAt({ problem, failedAt }: Failed): number | null {
  return problem.retryAfterMs === null ? null : failedAt + problem.retryAfterMs
}
