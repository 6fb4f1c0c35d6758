import { expect, test } from 'vitest'
import { z } from 'zod'
import { askerOf } from '../../../test/support/asker.ts'
import type { Asker } from '../asker.ts'
import { fail, succeed } from '../result.ts'
import type { AskThroughStore } from '../shared-answers/ask-through-store.ts'
import { createKeptVerdicts } from './kept-verdicts.ts'

const asker = askerOf(new AbortController().signal)

function kept(askThroughStore: AskThroughStore | null = null) {
  const clock = { now: 1_000 }
  const sources: string[] = []
  const verdicts = createKeptVerdicts<'yes' | 'no'>({
    now: () => clock.now,
    question: 'whether',
    form: z.enum(['yes', 'no']),
    keepMs: (one) => (one === 'yes' ? 60 : 2),
    onAnswer: (_, source) => sources.push(source),
    askThroughStore,
  })
  const ask = (verdict: 'yes' | 'no') => async () => succeed(verdict)
  return { clock, verdicts, ask, sources }
}

test.each([
  ['yes', 60],
  ['no', 2],
] as const)('the verdict %s is kept for %i ms', async (verdict, ms) => {
  const { clock, verdicts, ask, sources } = kept()
  await verdicts.of(['key'], asker, ask(verdict))
  clock.now += ms
  expect(await verdicts.of(['key'], asker, ask(verdict))).toEqual(succeed(verdict))
  clock.now += 1
  await verdicts.of(['key'], asker, ask(verdict))
  expect(sources).toEqual(['asked', 'kept', 'asked'])
})

test('who asks while a question is under way shares it, and no other', async () => {
  const { verdicts, ask, sources } = kept()
  const answers = [
    verdicts.of(['a', 'b'], asker, ask('yes')),
    verdicts.of(['a', 'b'], asker, ask('no')),
    verdicts.of(['ab'], asker, ask('no')),
  ]
  expect(await Promise.all(answers)).toEqual([succeed('yes'), succeed('yes'), succeed('no')])
  expect(sources).toEqual(['asked', 'joined', 'asked'])
})

test('a question becomes as urgent as who joins it, and goes on without who began it', async () => {
  const { verdicts } = kept()
  const asked: Asker[] = []
  let answer: (verdict: 'yes') => void = () => undefined
  const waiting = (all: Asker) => {
    asked.push(all)
    return new Promise<'yes'>((resolve) => {
      answer = resolve
    }).then(succeed)
  }
  const first = new AbortController()
  const left = verdicts.of(['a'], askerOf(first.signal, { urgency: 3, startBy: 10 }), waiting)
  expect(asked[0]).toMatchObject({ urgency: 3, startBy: 10 })
  const joined = verdicts.of(['a'], askerOf(asker.signal, { urgency: 1, startBy: 50 }), waiting)
  expect(asked).toMatchObject([{ urgency: 1, startBy: 50 }])
  first.abort()
  expect(await left).toMatchObject({ problem: { code: 'upstream_timeout' } })
  expect(asked[0]?.signal.aborted).toBe(false)
  answer('yes')
  expect(await joined).toEqual(succeed('yes'))
})

test('who is gone already asks nothing', async () => {
  const { verdicts, ask, sources } = kept()
  expect(await verdicts.of(['a'], askerOf(AbortSignal.abort()), ask('yes'))).toMatchObject({ ok: false })
  expect(sources).toEqual([])
})

test('a verdict that is dropped is asked for anew, and no other', async () => {
  const { verdicts, ask, sources } = kept()
  for (const key of ['a', 'b']) await verdicts.of([key], asker, ask('yes'))
  verdicts.drop(['a'])
  expect(await verdicts.of(['a'], asker, ask('no'))).toEqual(succeed('no'))
  expect(await verdicts.of(['b'], asker, ask('no'))).toEqual(succeed('yes'))
  expect(sources).toEqual(['asked', 'asked', 'asked', 'kept'])
})

test('that nothing could be learned is told to those who wait, and asked again by the next', async () => {
  const { verdicts, ask } = kept()
  const failure = fail({ code: 'throttled', reason: 'HTTP 429', passing: false } as const)
  const failing = async () => failure
  const both = [verdicts.of(['a'], asker, failing), verdicts.of(['a'], asker, failing)]
  expect(await Promise.all(both)).toEqual([failure, failure])
  expect(await verdicts.of(['a'], asker, ask('yes'))).toEqual(succeed('yes'))
})

/** A store in which another instance left the verdict `yes`, so many of its 60 ms ago. */
const storedFor =
  (ageMs: number): AskThroughStore =>
  async ({ form, isDoubted }, all, ask) => {
    const found = form.safeParse('yes')
    return found.success && !isDoubted ? { ...succeed(found.data), ageMs } : ask(all)
  }
const stored = storedFor(50)

test('what another instance learned so long ago that it ends just now is not kept for ever', async () => {
  const { clock, verdicts, sources } = kept(storedFor(60))
  for (const laterMs of [0, 2]) {
    clock.now += laterMs
    expect(await verdicts.of(['key'], asker, async () => expect.fail('the store knows'))).toMatchObject({ ok: true })
  }
  expect(sources).toEqual(['asked', 'asked'])
})

test('what another instance has learned serves here too, and no longer than there', async () => {
  const { clock, verdicts, sources } = kept(stored)
  const unasked = () => expect.fail('the store knows')
  for (const laterMs of [0, 10, 1]) {
    clock.now += laterMs
    expect(await verdicts.of(['key'], asker, unasked)).toMatchObject({ value: 'yes' })
  }
  expect(sources).toEqual(['asked', 'kept', 'asked'])
})

test('a verdict that is dropped is not believed of another instance either, once', async () => {
  const { clock, verdicts, ask } = kept(stored)
  await verdicts.of(['key'], asker, ask('no'))
  verdicts.drop(['key'])
  expect(await verdicts.of(['key'], asker, ask('no'))).toMatchObject({ value: 'no' })
  clock.now += 3
  expect(await verdicts.of(['key'], asker, ask('no'))).toMatchObject({ value: 'yes' })
})
