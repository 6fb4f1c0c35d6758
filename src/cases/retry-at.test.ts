import { expect, test } from 'vitest'
import { CasesError } from './cases-problem.ts'
import { isWaitOver, retryAt } from './retry-at.ts'

const problem = (retryAfterMs: number | null) =>
  ({ code: 'throttled', retryable: true, detail: '', retryAfterMs, requestId: null }) as const

test('the next try is when the server said, and nobody knows it where the server said nothing', () => {
  expect(retryAt({ status: 'failed', problem: problem(7_000), failedAt: 1_000 })).toBe(8_000)
  expect(retryAt({ status: 'failed', problem: problem(null), failedAt: 1_000 })).toBeNull()
})

test('a query waits only as long as the server asked', () => {
  const failed = (retryAfterMs: number | null, errorUpdatedAt: number) =>
    isWaitOver({ error: new CasesError(problem(retryAfterMs)), errorUpdatedAt })
  expect(failed(7_000, Date.now())).toBe(false)
  expect(failed(7_000, Date.now() - 7_000)).toBe(true)
  expect(failed(null, Date.now())).toBe(true)
  expect(isWaitOver({ error: null, errorUpdatedAt: 0 })).toBe(true)
})
