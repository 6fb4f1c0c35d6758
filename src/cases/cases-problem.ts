import type { ProblemCode } from '../contract/problem-catalogue.ts'

/** Why an answer did not come: what the server says, or what only the browser can tell. */
export type CasesProblemCode = ProblemCode | 'unreachable' | 'unreadable_answer' | 'proxy_answer'

/** A failed request, as plain data. */
export interface CasesProblem {
  readonly code: CasesProblemCode
  /** Whether the same request may succeed later without anyone changing anything. */
  readonly retryable: boolean
  /** For people who look after the service; never shown to an agent as it is. */
  readonly detail: string
  /** How long the server asks to wait before the next try; null where it does not say. */
  readonly retryAfterMs: number | null
  /** What the server's log calls this request; null where the answer has no such id. */
  readonly requestId: string | null
}

/** A request that failed, and when: `failedAt` is milliseconds since 1970. */
export interface Failed {
  readonly status: 'failed'
  readonly problem: CasesProblem
  readonly failedAt: number
}

/** The one error that queries of cases fail with. */
export class CasesError extends Error {
  override readonly name = 'CasesError'
  readonly problem: CasesProblem

  constructor(problem: CasesProblem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.detail}`, options)
    this.problem = problem
  }
}

/**
 * A refresh that nobody asked for, and that had to yield to more urgent requests of others. It is no failure to an
 * agent: what is on screen stays, without a word, until the next occasion.
 */
export class RefreshPutOff extends CasesError {}
