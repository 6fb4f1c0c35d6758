import { expect, test } from 'vitest'
import { z } from 'zod'
import { callUpstream } from './upstream-call.ts'

// What comes over the wire is tested through the gateway.

test('a question after the deadline is not asked', async () => {
  let sent = 0
  const send = async () => {
    sent += 1
  }
  const pause = () => Promise.resolve()
  const signal = AbortSignal.abort(new DOMException('too late', 'TimeoutError'))
  expect(await callUpstream({ send, schema: z.unknown(), signal, nextTokenSent: false, pause })).toMatchObject({
    problem: { code: 'upstream_timeout', reason: 'no answer before the deadline' },
  })
  expect(sent).toBe(0)
})

test('a question that cannot be aborted is left at the deadline', async () => {
  const send = () => new Promise(() => undefined)
  const pause = () => Promise.resolve()
  const signal = AbortSignal.timeout(10)
  expect(await callUpstream({ send, schema: z.unknown(), signal, nextTokenSent: false, pause })).toMatchObject({
    problem: { code: 'upstream_timeout' },
  })
})
