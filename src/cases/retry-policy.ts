import type { CasesError } from './cases-problem.ts'

const mostRetries = 2
const longestWaitMs = 30_000

/**
 * How queries of cases behave when a request fails or the page comes back.
 * All agents of an account share about two requests a second, so nothing is asked that nobody needs:
 * no reading again on focus or reconnect, and few retries.
 */
export const retryPolicy = {
  // The browser's idea of "online" is often wrong on a corporate network: a failure that shows beats a silent pause.
  networkMode: 'always',
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: (failures: number, { problem }: CasesError) =>
    problem.retryable && failures < mostRetries && (problem.retryAfterMs ?? 0) <= longestWaitMs,
  retryDelay: (failures: number, { problem }: CasesError) => problem.retryAfterMs ?? 1000 * 2 ** failures,
} as const
