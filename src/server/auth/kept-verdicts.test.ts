import { expect, test } from 'vitest'
import { fail, succeed } from '../result.ts'
import { createKeptVerdicts } from './kept-verdicts.ts'

function kept() {
  const clock = { now: 1_000 }
  const verdicts = createKeptVerdicts<'yes' | 'no'>({ now: () => clock.now, keepMs: (one) => (one === 'yes' ? 60 : 2) })
  let asked = 0
  const ask = (verdict: 'yes' | 'no') => async () => {
    asked += 1
    return succeed(verdict)
  }
  return { clock, verdicts, ask, asked: () => asked }
}

test.each([
  ['yes', 60],
  ['no', 2],
] as const)('the verdict %s is kept for %i ms', async (verdict, ms) => {
  const { clock, verdicts, ask, asked } = kept()
  await verdicts(['key'], ask(verdict))
  clock.now += ms
  expect(await verdicts(['key'], ask(verdict))).toEqual(succeed(verdict))
  expect(asked()).toBe(1)
  clock.now += 1
  await verdicts(['key'], ask(verdict))
  expect(asked()).toBe(2)
})

test('who asks while a question is under way shares it, and no other', async () => {
  const { verdicts, ask, asked } = kept()
  const answers = [verdicts(['a', 'b'], ask('yes')), verdicts(['a', 'b'], ask('yes')), verdicts(['ab'], ask('no'))]
  expect(await Promise.all(answers)).toEqual([succeed('yes'), succeed('yes'), succeed('no')])
  expect(asked()).toBe(2)
})

test('that nothing could be learned is told to those who wait, and asked again by the next', async () => {
  const { verdicts, ask } = kept()
  const failure = fail({ code: 'throttled', reason: 'HTTP 429', passing: false } as const)
  const failing = async () => failure
  expect(await Promise.all([verdicts(['a'], failing), verdicts(['a'], failing)])).toEqual([failure, failure])
  expect(await verdicts(['a'], ask('yes'))).toEqual(succeed('yes'))
})
