import type * as z from 'zod/mini'
import { problemSchema } from '../contract/problem.ts'
import { CasesError, type CasesProblem } from './cases-problem.ts'

/** The body of a good answer; every other answer is thrown as a `CasesError`. */
export async function readAnswer<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const json = parseJson(await response.text())
  if (!response.ok) throw new CasesError(problemOf(response, json))
  const answer = schema.safeParse(json)
  if (!answer.success) throw new CasesError(unreadable(response), { cause: answer.error })
  return answer.data
}

function problemOf(response: Response, json: unknown): CasesProblem {
  const problem = problemSchema.safeParse(json)
  if (!problem.success) return unreadable(response)
  const { code, retryable, detail, instance } = problem.data
  return { code, retryable, detail, retryAfterMs: retryAfterOf(response), requestId: instance ?? null }
}

// A page of HTML comes from something between us and the server: a sign-in page, a gateway's error page.
function unreadable(response: Response): CasesProblem {
  const mediaType = response.headers.get('content-type') ?? 'no content type'
  return {
    code: mediaType.includes('html') ? 'proxy_answer' : 'unreadable_answer',
    retryable: response.status >= 500,
    detail: `status ${response.status}, ${mediaType}`,
    retryAfterMs: retryAfterOf(response),
    requestId: response.headers.get('x-request-id'),
  }
}

// RFC 9110 also allows a date here; our server sends seconds.
function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
