import { expect, test } from 'vitest'
import type { HttpRequest } from '../respond.ts'
import { type FaultInput, faultSchema } from './fault.ts'
import { replyInstead } from './fault-instead.ts'

test.each<[FaultInput, number, string | undefined]>([
  [{ kind: 'unavailable' }, 503, undefined],
  [{ kind: 'invalid' }, 400, 'ValidationException'],
  [{ kind: 'throttled' }, 429, 'ThrottlingException'],
  [{ kind: 'serverError' }, 500, 'InternalServerException'],
  [{ kind: 'expiredCredentials' }, 403, 'ExpiredTokenException'],
  [{ kind: 'accessDenied' }, 403, 'AccessDeniedException'],
])('%j is answered with %d', (fault, status, errorType) => {
  const reply = replyTo(fault)
  expect(reply?.status).toBe(status)
  expect(reply?.headers['x-amzn-errortype']).toBe(errorType)
})

test('a throttled call is told when to come again only where the fault says so', () => {
  expect(replyTo({ kind: 'throttled' })?.headers).not.toHaveProperty('retry-after')
  expect(replyTo({ kind: 'throttled', retryAfterSeconds: 3 })?.headers).toHaveProperty('retry-after', '3')
})

test('a token is refused, and a call without one is not', () => {
  expect(replyTo({ kind: 'tokenRefused' })).toBeNull()
  expect(replyTo({ kind: 'tokenRefused' }, { body: '{"nextToken":"x"}' })?.status).toBe(400)
  expect(replyTo({ kind: 'tokenRefused' }, { body: '{"nextToken":""}' })).toBeNull()
})

test('a clock that is ahead refuses a call of now, and takes one that goes by it', () => {
  const byMs = 3_600_000
  const refused = replyTo({ kind: 'clockSkew', byMs }, { headers: { 'x-amz-date': '20250601T120000Z' } })
  expect(refused).toMatchObject({
    status: 403,
    headers: { date: 'Sun, 01 Jun 2025 13:00:00 GMT', 'x-amzn-errortype': 'InvalidSignatureException' },
    body: expect.stringContaining(
      'Signature expired: 20250601T120000Z is now earlier than 20250601T125500Z (20250601T130000Z - 5 min.)',
    ),
  })
  expect(replyTo({ kind: 'clockSkew', byMs }, { headers: { 'x-amz-date': '20250601T130000Z' } })).toBeNull()
})

test('a clock that is behind says that the call comes too early', () => {
  const refused = replyTo({ kind: 'clockSkew', byMs: -600_000 }, { headers: { 'x-amz-date': '20250601T120000Z' } })
  expect(refused?.body).toContain('Signature not yet current: 20250601T120000Z is still later than 20250601T115500Z')
})

test('a fault that spoils an answer puts nothing in its place', () => {
  expect(replyTo({ kind: 'reset' })).toBeNull()
})

function replyTo(fault: FaultInput, request: Partial<HttpRequest> = {}) {
  const all = { method: 'POST', target: '/domains-list', headers: {}, body: '', ...request }
  return replyInstead(faultSchema.parse(fault), all, { time: Date.parse('2025-06-01T12:00:00Z'), requestId: 'r' })
}
