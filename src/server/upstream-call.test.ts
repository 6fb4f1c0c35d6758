import { expect, test } from 'vitest'
import { z } from 'zod'
import { askerOf, goAtOnce } from '../../test/support/asker.ts'
import type { Turn } from './quota/schedule.ts'
import { callUpstream } from './upstream-call.ts'

// What comes over the wire is tested through the gateway.

interface Scripted {
  readonly send: () => Promise<unknown>
  readonly signal?: AbortSignal
  /** What becomes of each wish to call; the last for ever. */
  readonly turns?: readonly Turn[]
}

const never = new AbortController().signal

/** One question, and what its slots were told when they were done. */
async function ask({ send, signal = never, turns = [] }: Scripted) {
  const done: (number | undefined)[] = []
  let taken = 0
  const answer = await callUpstream({
    async takeTurn() {
      const turn = turns[Math.min(taken, turns.length - 1)]
      taken += 1
      return turn ?? { kind: 'go', slot: { done: (throttledForMs) => done.push(throttledForMs) } }
    },
    send,
    schema: z.unknown(),
    asker: askerOf(signal),
    nextTokenSent: false,
    pause: () => Promise.resolve(),
  })
  return { answer, done, taken }
}

const throttled = (seconds: string) =>
  Promise.reject({
    name: 'ThrottlingException',
    $fault: 'client',
    $metadata: { httpStatusCode: 429 },
    $response: { headers: { 'retry-after': seconds } },
  })

test('a question after the deadline is not asked', async () => {
  let sent = 0
  const send = async () => {
    sent += 1
  }
  const signal = AbortSignal.abort(new DOMException('too late', 'TimeoutError'))
  expect((await ask({ send, signal })).answer).toMatchObject({
    problem: { code: 'upstream_timeout', reason: 'no answer before the deadline' },
  })
  expect(sent).toBe(0)
})

test('a question that cannot be aborted is left at the deadline, and its slot with it', async () => {
  const { answer, done } = await ask({ send: () => new Promise(() => undefined), signal: AbortSignal.timeout(10) })
  expect(answer).toMatchObject({ problem: { code: 'upstream_timeout' } })
  expect(done).toEqual([undefined])
})

test('a question whose turn would come too late says how long to wait, and is not asked', async () => {
  const { answer } = await ask({
    send: () => Promise.reject(new Error('sent')),
    turns: [{ kind: 'later', waitMs: 2_100 }],
  })
  expect(answer).toMatchObject({ problem: { code: 'throttled', retryAfterSeconds: 3 } })
})

test('a question whose asker goes while it waits for its turn is not asked', async () => {
  const signal = AbortSignal.abort('gone')
  const { answer } = await ask({ send: () => Promise.reject(new Error('sent')), signal, turns: [{ kind: 'gone' }] })
  expect(answer).toMatchObject({ problem: { reason: 'the caller went away first' } })
})

test('a second try takes a turn of its own', async () => {
  const answers = [Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' })), Promise.resolve('answer')]
  const { answer, done } = await ask({ send: async () => answers.shift() })
  expect(answer).toEqual({ ok: true, value: 'answer' })
  expect(done).toEqual([undefined, undefined])
})

test('a throttled question tells the schedule for how long, and is asked again in its turn', async () => {
  let sent = 0
  const send = async () => {
    sent += 1
    return sent === 1 ? throttled('7') : 'answer'
  }
  const { answer, done } = await ask({ send })
  expect(answer).toEqual({ ok: true, value: 'answer' })
  expect(done).toEqual([7_000, undefined])
})

test('a throttled question whose next turn would come too late says when it would', async () => {
  const go = (await goAtOnce('GetCase', askerOf(never))) satisfies Turn
  const { answer, taken } = await ask({ send: () => throttled('7'), turns: [go, { kind: 'later', waitMs: 7_000 }] })
  expect(answer).toMatchObject({ problem: { code: 'throttled', retryAfterSeconds: 7 } })
  expect(taken).toBe(2)
})
