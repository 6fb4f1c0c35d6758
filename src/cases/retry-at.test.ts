import { expect, test } from 'vitest'
import { CasesError, type CasesProblem } from './cases-problem.ts'
import { isWaitOver, retryAt } from './retry-at.ts'

const problem = (retryAfterMs: number | null, changes: Partial<CasesProblem> = {}): CasesProblem => {
  return { code: 'throttled', retryable: true, detail: '', retryAfterMs, requestId: null, ...changes }
}

test('the next try is when the server said', () => {
  expect(retryAt({ problem: problem(7_000), failedAt: 1_000 })).toBe(8_000)
})

test('where the server said nothing, the next try is 15 to 22.5 s after what may pass by itself', () => {
  const waits = Array.from({ length: 40 }, (_, ms) => {
    const failedAt = 1_000 + ms
    return Number(retryAt({ problem: problem(null, { code: 'unreachable' }), failedAt })) - failedAt
  })
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(15_000)
  expect(Math.max(...waits)).toBeLessThan(22_500)
  // Panels that failed within 40 ms come back in as many moments of seven seconds.
  expect(new Set(waits.map((wait) => Math.floor(wait / 1_000))).size).toBe(8)
})

test.each([
  ['somebody has to mend', { code: 'not_found', retryable: false }],
  ['comes with the next phase of the contact', { code: 'contact_not_yours' }],
] as const)('what %s is not tried again by the clock', (_, changes) => {
  expect(retryAt({ problem: problem(null, changes), failedAt: 1_000 })).toBeNull()
})

test('a query waits only as long as the server asked', () => {
  const failed = (retryAfterMs: number | null, errorUpdatedAt: number) =>
    isWaitOver({ error: new CasesError(problem(retryAfterMs)), errorUpdatedAt })
  expect(failed(7_000, Date.now())).toBe(false)
  expect(failed(7_000, Date.now() - 7_000)).toBe(true)
  expect(failed(null, Date.now())).toBe(true)
  expect(isWaitOver({ error: null, errorUpdatedAt: 0 })).toBe(true)
})
