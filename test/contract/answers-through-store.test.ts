import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Asker } from '../../src/server/asker.ts'
import type { Upstream } from '../../src/server/cases-gateway.ts'
import { fail, type Result, succeed } from '../../src/server/result.ts'
import { createSeals } from '../../src/server/seal.ts'
import type { StoreSource } from '../../src/server/shared-answers/answer-source.ts'
import { createAskThroughStore } from '../../src/server/shared-answers/ask-through-store.ts'
import { createQuestionBoard } from '../../src/server/shared-answers/question-board.ts'
import { createRedisStore } from '../../src/server/store/redis-store.ts'
import type { UpstreamCode, UpstreamProblem } from '../../src/server/upstream-problem.ts'
import { askerOf } from '../support/asker.ts'
import { startRedis } from '../support/redis-server.ts'

let redis: Awaited<ReturnType<typeof startRedis>>
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.close())

const ours = createSeals({ keys: [{ id: 'a', key: randomBytes(32) }], randomBytes })
const problem = (code: UpstreamCode) => fail({ code, reason: code, passing: false })

/** Instances before one store, whose questions a test answers by hand. */
function company() {
  const prefix = `${randomUUID()}:`
  const asked: { readonly name: string; readonly asker: Asker; answer(outcome: Outcome): void }[] = []
  const sources: StoreSource[] = []
  const looks: string[] = []
  return {
    asked,
    sources,
    instance(name: string, { seals = ours, url = redis.url, alive = true } = {}) {
      const store = createRedisStore({ url, prefix })
      onTestFinished(() => store.close())
      const board = createQuestionBoard(store)
      const through = createAskThroughStore({
        board: {
          ...board,
          look(...question) {
            looks.push(name)
            return board.look(...question)
          },
        },
        seals,
        newId: randomUUID,
        sleep: (ms) => (alive ? sleep(ms) : new Promise(() => {})),
        onAnswer: (source) => sources.push(source),
      })
      return async ({ isDoubted = false, ...asker }: Partial<Asker> & { readonly isDoubted?: boolean } = {}) => {
        const question = { key: 'question', form: z.object({ text: z.string() }), keptMs: () => 3_000, isDoubted }
        const everyone = askerOf(new AbortController().signal, asker)
        const answer = await through(question, everyone, (all): Upstream<{ text: string }> => {
          return new Promise((resolve) => asked.push({ name, asker: all, answer: resolve }))
        })
        return answer.ok ? { text: answer.value.text, ageMs: answer.ageMs } : answer.problem.code
      }
    },
    /** That instance has heard that another asks. */
    looksOn: (name: string) => expect.poll(() => looks.filter((each) => each === name).length).toBeGreaterThan(1),
    /** The question that is asked as this one, from 0. */
    nth: (at: number) => expect.poll(() => asked.length, { timeout: 3_000 }).toBe(at + 1),
  }
}

type Outcome = Result<{ readonly text: string }, UpstreamProblem>
const yes = succeed({ text: 'yes' })

test('who asks what another asks gets its answer, and who comes later hears how old it is', async () => {
  const { instance, asked, sources, nth } = company()
  const [one, other, third] = [instance('one'), instance('other'), instance('third')]
  const first = one()
  await nth(0)
  const second = other()
  asked[0]?.answer(yes)
  expect(await Promise.all([first, second])).toMatchObject([{ text: 'yes' }, { text: 'yes' }])
  expect(await third()).toMatchObject({ text: 'yes', ageMs: expect.any(Number) })
  expect([asked.length, sources.toSorted()]).toEqual([1, ['asked', 'joined', 'kept']])
})

test('an answer that is doubted is asked anew, and replaced for all', async () => {
  const { instance, asked, nth } = company()
  const first = instance('one')()
  await nth(0)
  asked[0]?.answer(yes)
  await first
  const second = instance('other')({ isDoubted: true })
  await nth(1)
  asked[1]?.answer(succeed({ text: 'no' }))
  expect(await second).toMatchObject({ text: 'no' })
  expect(await instance('third')()).toMatchObject({ text: 'no' })
})

test.each<[UpstreamCode, number]>([
  ['not_found', 1],
  ['upstream_denied', 1],
  // Those were of the one who asked: another may have more patience.
  ['throttled', 2],
  ['upstream_timeout', 2],
])('after %s, those who waited have asked %i times in all', async (code, times) => {
  const { instance, asked, nth, looksOn } = company()
  const first = instance('one')()
  await nth(0)
  const second = instance('other')()
  await looksOn('other')
  asked[0]?.answer(problem(code))
  expect(await first).toBe(code)
  if (times === 2) {
    await nth(1)
    asked[1]?.answer(yes)
  }
  expect(await second).toEqual(times === 2 ? { text: 'yes' } : code)
  const next = instance('third')()
  if (times === 1) {
    await nth(1) // a refusal is not kept
    asked[1]?.answer(yes)
  }
  expect(await next).toMatchObject({ text: 'yes' })
})

test('where the one who asks dies, the next asks soon', async () => {
  const { instance, asked, nth } = company()
  void instance('dead', { alive: false })()
  await nth(0)
  const second = instance('other')()
  await nth(1)
  asked[1]?.answer(yes)
  expect([await second, asked[1]?.name]).toEqual([{ text: 'yes' }, 'other'])
})

test('a question is as urgent as to the most urgent who waits anywhere', async () => {
  const { instance, asked, nth } = company()
  const answers = [instance('one')({ urgency: 4 })]
  await nth(0)
  expect(asked[0]?.asker.urgency).toBe(4)
  answers.push(instance('other')({ urgency: 1 }))
  await expect.poll(() => asked[0]?.asker.urgency).toBe(1)
  asked[0]?.answer(yes)
  await Promise.all(answers)
})

test('what another has sealed with a key that is not ours is as good as nothing', async () => {
  const { instance, asked, sources, nth } = company()
  const first = instance('one', { seals: createSeals({ keys: [{ id: 'b', key: randomBytes(32) }], randomBytes }) })()
  await nth(0)
  asked[0]?.answer(yes)
  await first
  const second = instance('other')()
  await nth(1)
  asked[1]?.answer(yes)
  expect([await second, sources]).toEqual([{ text: 'yes' }, ['asked', 'alone']])
})

test('without the store each asks for itself, at once', async () => {
  const { instance, asked, sources } = company()
  const started = performance.now()
  const answers = ['one', 'other'].map((name) => instance(name, { url: 'redis://127.0.0.1:1' })())
  await expect.poll(() => asked.length).toBe(2)
  expect(performance.now() - started).toBeLessThan(1_000)
  for (const { answer } of asked) answer(yes)
  expect(await Promise.all(answers)).toEqual([{ text: 'yes' }, { text: 'yes' }])
  expect(sources).toEqual(['alone', 'alone'])
})
