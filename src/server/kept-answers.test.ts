import { expect, test } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'
import { fail, succeed } from './result.ts'

/** Answers kept for 100 ms of a clock that the test moves. */
function keeping() {
  const clock = { now: 0 }
  const kept = createKeptAnswers<string>({ now: () => clock.now, keepMs: 100 })
  let asked = 0
  const ask = (key: string, answer = 'yes') =>
    kept(key, async () => {
      asked += 1
      return succeed(answer)
    })
  return { clock, kept, ask, asked: () => asked }
}

test('an answer is kept for its time, and then asked for again', async () => {
  const { clock, ask, asked } = keeping()
  await ask('a', 'old')
  clock.now = 99
  expect(await ask('a', 'new')).toEqual(succeed('old'))
  clock.now = 100
  expect(await ask('a', 'new')).toEqual(succeed('new'))
  expect(asked()).toBe(2)
})

test('its time begins when it is there', async () => {
  const { clock, kept, ask } = keeping()
  await kept('a', async () => {
    clock.now = 1_000
    return succeed('slow')
  })
  clock.now = 1_099
  expect(await ask('a')).toEqual(succeed('slow'))
})

test('those who ask while a question is under way share it', async () => {
  const { ask, asked } = keeping()
  expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual(Array(3).fill(succeed('yes')))
  expect(asked()).toBe(1)
})

test('other keys have other answers', async () => {
  const { ask } = keeping()
  expect(await Promise.all([ask('a', '1'), ask('b', '2')])).toEqual([succeed('1'), succeed('2')])
})

test('a failure is told to all who wait, and not kept', async () => {
  const { kept, ask } = keeping()
  const problem = { code: 'throttled', reason: 'HTTP 429', passing: false } as const
  const failing = () => kept('a', async () => fail(problem))
  expect(await Promise.all([failing(), ask('a')])).toEqual([fail(problem), fail(problem)])
  expect(await ask('a')).toEqual(succeed('yes'))
})
