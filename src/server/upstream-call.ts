import type { z } from 'zod'
import { type Asker, isOverdue } from './asker.ts'
import { fieldErrors } from './failure.ts'
import type { Turn } from './quota/schedule.ts'
import { fail, type Result, succeed } from './result.ts'
import { toUpstreamProblem, type UpstreamProblem } from './upstream-problem.ts'

interface UpstreamCall<Answer> {
  /** Waits until a call may leave: each try is one call of the account's quota. */
  readonly takeTurn: () => Promise<Turn>
  /** Asks once, without retries of its own. */
  readonly send: () => Promise<unknown>
  /** What an answer must look like; one that does not is no answer at all. */
  readonly schema: z.ZodType<Answer>
  readonly asker: Asker
  readonly nextTokenSent: boolean
  /** Waits a moment before the second try. */
  readonly pause: () => Promise<void>
}

/**
 * One question to the service and its checked answer, with one more try where the failure looks passing. Where it was
 * throttled all the same, the schedule holds that try back, or says that it would come too late.
 */
export async function callUpstream<Answer>(call: UpstreamCall<Answer>): Promise<Result<Answer, UpstreamProblem>> {
  const first = await tryInTurn(call)
  if (first.ok || !first.problem.passing) return first
  await call.pause()
  return tryInTurn(call)
}

async function tryInTurn<Answer>(call: UpstreamCall<Answer>): Promise<Result<Answer, UpstreamProblem>> {
  const turn = await call.takeTurn()
  if (turn.kind === 'gone') return fail(noAnswerInTime(call.asker.signal))
  if (turn.kind === 'later') return fail(noTurnInTime(turn.waitMs))
  const answer = await tryOnce(call)
  const isThrottled = !answer.ok && answer.problem.code === 'throttled'
  turn.slot.done(isThrottled ? (answer.problem.retryAfterSeconds ?? 0) * 1_000 : undefined)
  return answer
}

async function tryOnce<Answer>({ send, schema, asker: { signal }, nextTokenSent }: UpstreamCall<Answer>) {
  if (signal.aborted) return fail(noAnswerInTime(signal)) // the question before this one took all the time
  try {
    // Not left to `send`, because not all that it waits for can be aborted: finding credentials cannot.
    const answer = schema.safeParse(await unlessAborted(signal, send()))
    return answer.success ? succeed(answer.data) : fail(invalidAnswer(answer.error))
  } catch (error) {
    return fail(signal.aborted ? noAnswerInTime(signal) : toUpstreamProblem(error, nextTokenSent))
  }
}

/** Listens only until there is an answer: many questions may share one signal. */
function unlessAborted<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/** Whoever asked waits no more: the deadline passed, or the caller went away. */
export function noAnswerInTime(signal: AbortSignal): UpstreamProblem {
  return {
    code: 'upstream_timeout',
    reason: isOverdue(signal) ? 'no answer before the deadline' : 'the caller went away first',
    passing: false,
  }
}

function noTurnInTime(waitMs: number): UpstreamProblem {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000))
  return { code: 'throttled', reason: 'no turn in time', passing: false, retryAfterSeconds }
}

function invalidAnswer(error: z.ZodError): UpstreamProblem {
  const wrong = fieldErrors(error, 'answer').map(({ field, detail }) => `${field}: ${detail}`)
  return { code: 'upstream_invalid', reason: wrong.slice(0, 5).join('; '), passing: false }
}
