import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { fail, type Result, succeed } from '../result.ts'
import { noAnswerInTime } from '../upstream-call.ts'
import type { UpstreamProblem } from '../upstream-problem.ts'
import type { AnswerSource } from './answer-source.ts'
import { createSharedQuestions } from './shared-questions.ts'
import { createShortMemory } from './short-memory.ts'

/** How long an answer serves. */
export interface Keeping {
  /** Without asking again. */
  readonly freshMs: number
  /** After that, where the service cannot be asked. */
  readonly staleMs: number
}

/** What came of a question; `ageMs`: how long ago, where that was not just now. */
export type Aged<Answer> = Result<Answer, UpstreamProblem> & { readonly ageMs?: number }

interface Kept<Answer> {
  readonly answer: Answer
  readonly answeredAt: number
}

// Many more than the usual quotas let in before they are dropped as too old.
const mostKept = 5_000

/**
 * One question under way for each key, whoever asks, and its answer for a while. What is too old leaves memory by
 * itself: it tells of customers.
 */
export function createSharedAnswers<Answer extends object>(
  now: () => number,
  { freshMs, staleMs }: Keeping,
  onAnswer: (source: AnswerSource) => void,
) {
  const questions = createSharedQuestions<Answer>()
  const kept = createShortMemory<Kept<Answer>>({ most: mostKept, keepMs: freshMs + staleMs, now })

  return async (key: string, asker: Asker, ask: (asker: Asker) => Promise<Aged<Answer>>): Upstream<Answer> => {
    const known = kept.get(key)
    const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now() - known.answeredAt
    if (known !== undefined && ageMs < freshMs) {
      onAnswer('kept')
      return succeed(known.answer)
    }
    if (asker.signal.aborted) return fail(noAnswerInTime(asker.signal))
    const source = questions.isUnderWay(key) ? 'joined' : 'asked'
    const askAndKeep = async (all: Asker) => {
      const answer = await ask(all)
      if (answer.ok) kept.set(key, { answer: answer.value, answeredAt: now() - (answer.ageMs ?? 0) })
      else if (!isPassing(answer.problem)) kept.delete(key)
      return answer
    }
    const answer = await questions.ask(key, asker, askAndKeep)
    const isStaleGood = !answer.ok && isPassing(answer.problem) && ageMs < freshMs + staleMs
    onAnswer(isStaleGood ? 'stale' : source)
    return isStaleGood && known !== undefined ? succeed(known.answer) : answer
  }
}

/** Whether the service may be only away: one that refuses has no old answer either. */
function isPassing({ code }: UpstreamProblem): boolean {
  return ['throttled', 'upstream_failed', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'].includes(code)
}
