import { LRUCache } from 'lru-cache'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { fail, type Result, succeed } from '../result.ts'
import { noAnswerInTime } from '../upstream-call.ts'
import type { UpstreamProblem } from '../upstream-problem.ts'
import { type SharedQuestion, shareQuestion } from './shared-question.ts'

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
export function createSharedAnswers<Answer extends object>(now: () => number, { freshMs, staleMs }: Keeping) {
  const underWay = new Map<string, SharedQuestion<Answer>>()
  // Its own `fetch` would tie the question to the first asker's signal.
  const kept = new LRUCache<string, Kept<Answer>>({ max: mostKept, ttl: freshMs + staleMs, ttlAutopurge: true })

  function begin(key: string, asker: Asker, ask: (asker: Asker) => Upstream<Answer>): SharedQuestion<Answer> {
    const question: SharedQuestion<Answer> = shareQuestion(asker, ask, () => {
      if (underWay.get(key) === question) underWay.delete(key)
    })
    underWay.set(key, question)
    return question
  }

  return async (key: string, asker: Asker, ask: (asker: Asker) => Promise<Aged<Answer>>): Upstream<Answer> => {
    if (asker.signal.aborted) return fail(noAnswerInTime(asker.signal))
    const known = kept.get(key)
    const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now() - known.answeredAt
    if (known !== undefined && ageMs < freshMs) return succeed(known.answer)
    const askAndKeep = async (all: Asker) => {
      const answer = await ask(all)
      if (answer.ok) kept.set(key, { answer: answer.value, answeredAt: now() - (answer.ageMs ?? 0) })
      else if (!isPassing(answer.problem)) kept.delete(key)
      return answer
    }
    const answer = await (underWay.get(key) ?? begin(key, asker, askAndKeep)).join(asker)
    if (answer.ok || known === undefined || !isPassing(answer.problem)) return answer
    return ageMs < freshMs + staleMs ? succeed(known.answer) : answer
  }
}

/** Whether the service may be only away: one that refuses has no old answer either. */
function isPassing({ code }: UpstreamProblem): boolean {
  return ['throttled', 'upstream_failed', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'].includes(code)
}
