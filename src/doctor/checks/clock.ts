import type { Site } from '../gather/site.ts'
import { good, skipped, type Verdict, warning } from '../verdict.ts'

// So far a token's times may be off for the server. The header has whole seconds, and travels a moment.
const toleranceSeconds = 5

/** Whose clock is wrong cannot be seen from one answer. */
export function clock({ live, page }: Site): Verdict {
  const answer = live.kind === 'answer' ? live : page
  const date = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(date)) return skipped('The server sends no time.')
  const aheadSeconds = Math.round((date + 500 - answer.at) / 1000)
  if (Math.abs(aheadSeconds) <= toleranceSeconds) return good('The server’s clock and that of this machine agree.')
  const where = aheadSeconds > 0 ? 'ahead of' : 'behind'
  return warning(
    `The server’s clock is ${Math.abs(aheadSeconds)} s ${where} that of this machine.`,
    'Set both by NTP: a server whose clock is wrong refuses good tokens, and takes old ones.',
  )
}
