import { LRUCache } from 'lru-cache'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { fail, succeed } from '../result.ts'
import type { AnswerForm } from '../shared-answers/answer-forms.ts'
import type { OnAnswer } from '../shared-answers/answer-source.ts'
import type { AskThroughStore } from '../shared-answers/ask-through-store.ts'
import type { Aged } from '../shared-answers/shared-answers.ts'
import { createSharedQuestions } from '../shared-answers/shared-questions.ts'
import { noAnswerInTime } from '../upstream-call.ts'

/** What every memory of verdicts needs. */
export interface VerdictDeps {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly onAnswer: OnAnswer
  /** A contact's requests reach any instance: what one learned of it, the others need not ask. null: there are none. */
  readonly askThroughStore: AskThroughStore | null
}

interface KeepSettings<Verdict> extends VerdictDeps {
  /** What is asked, which is one of few fixed words. */
  readonly question: string
  readonly form: AnswerForm<Verdict>
  readonly keepMs: (verdict: Verdict) => number
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
export function createKeptVerdicts<Verdict extends object | string>(
  settings: KeepSettings<Verdict>,
): KeptVerdicts<Verdict> {
  const { now, onAnswer, askThroughStore, question, form, keepMs } = settings
  const kept = new LRUCache<string, Verdict>({ max: mostVerdicts, perf: { now }, ttlResolution: 0 })
  const doubted = new LRUCache<string, true>({ max: mostVerdicts })
  const questions = createSharedQuestions<Verdict>()

  function learn(name: string, all: Asker, ask: (all: Asker) => Upstream<Verdict>): Promise<Aged<Verdict>> {
    if (askThroughStore === null) return ask(all)
    const isDoubted = doubted.delete(name)
    return askThroughStore({ key: JSON.stringify([question, name]), form, keptMs: keepMs, isDoubted }, all, ask)
  }

  return {
    async of(key, asker, ask) {
      const name = JSON.stringify(key)
      const known = kept.get(name)
      if (known !== undefined) {
        onAnswer(question, 'kept')
        return succeed(known)
      }
      if (asker.signal.aborted) return fail(noAnswerInTime(asker.signal))
      onAnswer(question, questions.isUnderWay(name) ? 'joined' : 'asked')
      return questions.ask(name, asker, async (all) => {
        const verdict = await learn(name, all, ask)
        if (!verdict.ok) return verdict
        const leftMs = keepMs(verdict.value) - (verdict.ageMs ?? 0)
        kept.set(name, verdict.value, { ttl: Math.max(1, leftMs) }) // LRUCache takes 0 for no end
        return verdict
      })
    },
    drop(key) {
      const name = JSON.stringify(key)
      kept.delete(name)
      doubted.set(name, true)
    },
  }
}
