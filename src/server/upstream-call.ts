import type { z } from 'zod'
import { fieldErrors } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'
import { toUpstreamProblem, type UpstreamProblem } from './upstream-problem.ts'

interface UpstreamCall<Answer> {
  /** Asks once, without retries of its own. */
  readonly send: () => Promise<unknown>
  /** What an answer must look like; one that does not is no answer at all. */
  readonly schema: z.ZodType<Answer>
  /** Aborts at the deadline, or when the caller goes away. */
  readonly signal: AbortSignal
  readonly nextTokenSent: boolean
  /** Waits a moment before the second try. */
  readonly pause: () => Promise<void>
}

/**
 * One question to the service and its checked answer, with one more try where the failure looks passing.
 * A throttled question is not asked again here: without a schedule that only deepens the throttling.
 */
export async function callUpstream<Answer>(call: UpstreamCall<Answer>): Promise<Result<Answer, UpstreamProblem>> {
  if (call.signal.aborted) return fail(noAnswerInTime(call.signal)) // the question before this one took all the time
  const answered = new AbortController()
  const aborted = rejectsOnAbort(call.signal, answered.signal)
  try {
    const first = await tryOnce(call, aborted)
    if (first.ok || !first.problem.passing) return first
    await call.pause()
    return await tryOnce(call, aborted)
  } finally {
    answered.abort()
  }
}

async function tryOnce<Answer>(call: UpstreamCall<Answer>, aborted: Promise<never>) {
  const { send, schema, signal, nextTokenSent } = call
  try {
    // The race, because not all that `send` waits for can be aborted: finding credentials cannot.
    const answer = schema.safeParse(await Promise.race([send(), aborted]))
    return answer.success ? succeed(answer.data) : fail(invalidAnswer(answer.error))
  } catch (error) {
    return fail(signal.aborted ? noAnswerInTime(signal) : toUpstreamProblem(error, nextTokenSent))
  }
}

/** Listens only until there is an answer: many questions may share one signal. */
function rejectsOnAbort(signal: AbortSignal, answered: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: answered })
  })
}

function noAnswerInTime({ reason }: AbortSignal): UpstreamProblem {
  const isDeadline = reason instanceof DOMException && reason.name === 'TimeoutError'
  return {
    code: 'upstream_timeout',
    reason: isDeadline ? 'no answer before the deadline' : 'the caller went away first',
    passing: false,
  }
}

function invalidAnswer(error: z.ZodError): UpstreamProblem {
  const wrong = fieldErrors(error, 'answer').map(({ field, detail }) => `${field}: ${detail}`)
  return { code: 'upstream_invalid', reason: wrong.slice(0, 5).join('; '), passing: false }
}
