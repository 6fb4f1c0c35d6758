import { LRUCache } from 'lru-cache'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { fail, succeed } from '../result.ts'
import type { AnswerSource } from '../shared-answers/answer-source.ts'
import { createSharedQuestions } from '../shared-answers/shared-questions.ts'
import { noAnswerInTime } from '../upstream-call.ts'

interface KeepSettings<Verdict> {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly keepMs: (verdict: Verdict) => number
  /** Hears of each verdict where it came from. */
  readonly onAnswer: (source: AnswerSource) => void
}

type Key = readonly string[]

/** Verdicts in memory, each for as long as it says. */
export interface KeptVerdicts<Verdict> {
  /** The verdict under this key; where there is none, one question for all who ask meanwhile. */
  of(key: Key, asker: Asker, ask: (all: Asker) => Upstream<Verdict>): Upstream<Verdict>
  /** Something contradicts it: the next who asks is told what is true then. */
  drop(key: Key): void
}

// Some thousands of agents with some contacts each.
const mostVerdicts = 20_000

/** Remembers verdicts. That nothing could be learned is not kept. */
export function createKeptVerdicts<Verdict extends object | string>({
  now,
  keepMs,
  onAnswer,
}: KeepSettings<Verdict>): KeptVerdicts<Verdict> {
  const kept = new LRUCache<string, Verdict>({ max: mostVerdicts, perf: { now }, ttlResolution: 0 })
  const questions = createSharedQuestions<Verdict>()
  return {
    async of(key, asker, ask) {
      const name = JSON.stringify(key)
      const known = kept.get(name)
      if (known !== undefined) {
        onAnswer('kept')
        return succeed(known)
      }
      if (asker.signal.aborted) return fail(noAnswerInTime(asker.signal))
      onAnswer(questions.isUnderWay(name) ? 'joined' : 'asked')
      return questions.ask(name, asker, async (all) => {
        const verdict = await ask(all)
        if (verdict.ok) kept.set(name, verdict.value, { ttl: keepMs(verdict.value) })
        return verdict
      })
    },
    drop(key) {
      kept.delete(JSON.stringify(key))
    },
  }
}
