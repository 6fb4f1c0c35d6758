import { expect, test } from 'vitest'
import { accessFailure } from './access-failure.ts'

const check = 'Amazon Connect cannot be asked whose the contact is. Check INSTANCES and the AWS Region.'
const again = 'Amazon Connect did not say whose the contact is. Try again in a moment.'

test.each([
  ['invalid_request', check],
  ['not_found', check],
  ['throttled', 'Amazon Connect takes no more requests from this account for a moment. Try again then.'],
  ['upstream_denied', 'The server may not ask Amazon Connect whose a contact is. Its AWS policy must be checked.'],
  ['upstream_invalid', again],
  ['upstream_failed', again],
  ['upstream_unavailable', again],
  ['upstream_timeout', again],
] as const)('while Amazon Connect answers %s, the agent is told what to do and the log what it was', (code, detail) => {
  const failure = accessFailure({ code, reason: 'HTTP 400', passing: false })
  expect(failure).toStrictEqual({ code, detail, reason: 'connect: HTTP 400' })
})

test('when to ask again is handed on', () => {
  const throttled = { code: 'throttled', reason: 'HTTP 429', passing: true, retryAfterSeconds: 7 } as const
  expect(accessFailure(throttled)).toMatchObject({ code: 'throttled', retryAfterSeconds: 7 })
})

test('no failure of Amazon Connect makes the panel read its list from the beginning: no token of it was sent', () => {
  const failure = accessFailure({ code: 'cursor_expired', reason: 'HTTP 400', passing: false })
  expect(failure).toMatchObject({ code: 'upstream_failed', detail: again })
})
