import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { parseJson } from '../parse-json.ts'
import { toUrgency, type Urgency } from '../quota/urgency.ts'
import { fail, succeed } from '../result.ts'
import type { Seals } from '../seal.ts'
import { noAnswerInTime } from '../upstream-call.ts'
import { type UpstreamCode, type UpstreamProblem, upstreamCodes } from '../upstream-problem.ts'
import { type AnswerForm, toJson } from './answer-forms.ts'
import type { StoreSource } from './answer-source.ts'
import type { QuestionBoard } from './question-board.ts'
import type { Aged } from './shared-answers.ts'

interface Question<Answer> {
  readonly key: string
  readonly form: AnswerForm<Answer>
  readonly keptMs: (answer: Answer) => number
  /** Something contradicts what is kept: it is asked anew. */
  readonly isDoubted: boolean
}

/** Asks, unless another instance knows, or asks just now. */
export type AskThroughStore = <Answer>(
  question: Question<Answer>,
  asker: Asker,
  ask: (asker: Asker) => Upstream<Answer>,
) => Promise<Aged<Answer>>

interface AskThroughStoreDeps {
  readonly board: QuestionBoard
  readonly seals: Seals
  readonly newId: () => string
  readonly sleep: (ms: number) => Promise<unknown>
  readonly onAnswer: (source: StoreSource) => void
}

const lookAgainMs = 50
const goOnMs = 250

// These are of the one who asked: its patience was over, or it was not urgent enough. Others may have more of both.
const personal: ReadonlySet<UpstreamCode> = new Set(['throttled', 'upstream_timeout'])

const problem: z.ZodType<UpstreamProblem> = z
  .object({
    code: z.enum(upstreamCodes),
    reason: z.string(),
    passing: z.boolean(),
    retryAfterSeconds: z.number().optional(),
  })
  .transform(({ retryAfterSeconds, ...rest }) => ({
    ...rest,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }))

/**
 * One instance asks for all. The others look again and again until there is an answer, which takes no connection of
 * their own and cannot be missed. What the service refused is told to those who wait, for each would only hear the same,
 * and is not kept. Where the store is away each asks for itself. Texts are sealed: they tell of customers.
 */
export function createAskThroughStore({ board, seals, newId, sleep, onAnswer }: AskThroughStoreDeps): AskThroughStore {
  function opened<Value>(form: AnswerForm<Value>, text: string, key: string): Value | null {
    const parsed = form.safeParse(parseJson(seals.open(text, ['answer', key])))
    return parsed.success ? parsed.data : null
  }

  /** Asks, and stays the one who asks until there is an answer. */
  async function askForAll<Answer>(
    question: Question<Answer>,
    who: string,
    asker: Asker,
    ask: (asker: Asker) => Upstream<Answer>,
  ) {
    const name = nameOf(question.key)
    const raised: { urgency: Urgency } = { urgency: 7 }
    const asking = ask(new ForAll(asker, raised))
    const stop = keepOn(name, who, raised)
    const answer = await asking.finally(stop)
    if (answer.ok) {
      const text = seals.seal(toJson(answer.value), ['answer', question.key])
      const kept = board.keep(name, who, text, question.keptMs(answer.value))
      // Until then others find what is doubted.
      if (question.isDoubted) await kept
    } else {
      const isForAll = !personal.has(answer.problem.code)
      void board.giveUp(name, who, isForAll ? seals.seal(toJson(answer.problem), ['answer', question.key]) : null)
    }
    return answer
  }

  function keepOn(name: string, who: string, raised: { urgency: Urgency }): () => void {
    let isOver = false
    const goOn = async () => {
      await sleep(goOnMs)
      while (!isOver) {
        const urgency = await board.goOn(name, who)
        if (urgency.ok) raised.urgency = toUrgency(urgency.value)
        await sleep(goOnMs)
      }
    }
    void goOn()
    return () => {
      isOver = true
    }
  }

  return async (question, asker, ask) => {
    const { key, form, keptMs, isDoubted } = question
    const name = nameOf(key)
    const who = newId()
    let waitedFor = ''
    while (!asker.signal.aborted) {
      const notice = await board.look(name, who, asker.urgency, waitedFor)
      const found = notice.ok ? notice.value : { kind: 'away' as const }
      if (found.kind === 'ask' || (found.kind === 'kept' && isDoubted)) {
        onAnswer('asked')
        return askForAll(question, who, asker, ask)
      }
      if (found.kind === 'wait') {
        waitedFor = found.who
        await sleep(lookAgainMs)
        continue
      }
      if (found.kind === 'kept') {
        const value = opened(form, found.text, key)
        if (value !== null) {
          onAnswer(waitedFor === '' ? 'kept' : 'joined')
          return { ...succeed(value), ageMs: Math.max(0, keptMs(value) - found.leftMs) }
        }
      }
      if (found.kind === 'failed') {
        const told = opened(problem, found.text, key)
        if (told !== null) return fail(told)
      }
      onAnswer('alone')
      return ask(asker)
    }
    return fail(noAnswerInTime(asker.signal))
  }
}

/** An asker who is as urgent as whoever waits anywhere. A class for the same reason as in asker.ts. */
class ForAll implements Asker {
  readonly signal: AbortSignal
  readonly #asker: Asker
  readonly #raised: { readonly urgency: Urgency }

  constructor(asker: Asker, raised: { readonly urgency: Urgency }) {
    this.signal = asker.signal
    this.#asker = asker
    this.#raised = raised
  }

  get urgency(): Urgency {
    return toUrgency(Math.min(this.#asker.urgency, this.#raised.urgency))
  }

  get startBy(): number {
    return this.#asker.startBy
  }
}

/** The key as others may see it: it says which contact is asked about. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
