import type { CasesError } from './cases-problem.ts'

const mostRetries = 2

/**
 * How queries of cases behave when a request fails or the page comes back.
 * All agents of an account share about two requests a second, so nothing is asked that nobody needs:
 * no reading again on focus or reconnect, few retries, and none where another clock runs: the panel counts down a
 * `Retry-After`, and a contact that is not with the agent yet comes with its next phase.
 * Waits differ from panel to panel by up to half, so that a failure all agents share does not bring them back at once.
 */
export function createRetryPolicy(random: () => number) {
  return {
    // The browser's idea of "online" is often wrong on a corporate network: a failure that shows beats a silent pause.
    networkMode: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (failures: number, { problem: { code, retryable, retryAfterMs } }: CasesError) =>
      retryable && retryAfterMs === null && code !== 'contact_not_yours' && failures < mostRetries,
    retryDelay: (failures: number) => 1000 * 2 ** failures * (1 + random() / 2),
  } as const
}
