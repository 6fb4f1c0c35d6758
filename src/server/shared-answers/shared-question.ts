import { type Asker, isOverdue } from '../asker.ts'
import type { Urgency } from '../quota/urgency.ts'
import { fail, type Result } from '../result.ts'
import { noAnswerInTime } from '../upstream-call.ts'
import type { UpstreamProblem } from '../upstream-problem.ts'

const leastUrgent: Urgency = 7

type Outcome<Answer> = Result<Answer, UpstreamProblem>

/** One question under way, for all who ask the same. */
export interface SharedQuestion<Answer> {
  /** The answer, or this asker's own deadline if that is sooner. */
  join(asker: Asker): Promise<Outcome<Answer>>
}

/**
 * Asks at once, as urgently as the most urgent of those who joined, and for as long as the most patient waits. Only when
 * the last has gone is the question taken back; `onEnd` says that nobody may join any more.
 */
export function shareQuestion<Answer>(
  first: Asker,
  ask: (asker: Asker) => Promise<Outcome<Answer>>,
  onEnd: () => void,
): SharedQuestion<Answer> {
  const everybodyGone = new AbortController()
  const askers = new Set([first])
  const answer = ask(new Everybody(askers, everybodyGone.signal)).finally(onEnd)

  return {
    join(asker) {
      askers.add(asker)
      const { signal } = asker
      return new Promise((resolve, reject) => {
        const leave = () => {
          resolve(fail(noAnswerInTime(signal)))
          askers.delete(asker)
          // Whoever comes later does not join what one has waited for in vain: it would never end.
          if (askers.size === 0 || isOverdue(signal)) onEnd()
          if (askers.size === 0) everybodyGone.abort(signal.reason)
        }
        signal.addEventListener('abort', leave, { once: true })
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
      })
    },
  }
}

/** Those who wait for one answer, as one asker. A class for the same reason as in asker.ts. */
class Everybody implements Asker {
  readonly signal: AbortSignal
  readonly #askers: ReadonlySet<Asker>

  constructor(askers: ReadonlySet<Asker>, signal: AbortSignal) {
    this.#askers = askers
    this.signal = signal
  }

  get urgency(): Urgency {
    return [...this.#askers].reduce((most, { urgency }) => (urgency < most ? urgency : most), leastUrgent)
  }

  get startBy(): number {
    return Math.max(...[...this.#askers].map(({ startBy }) => startBy))
  }
}
