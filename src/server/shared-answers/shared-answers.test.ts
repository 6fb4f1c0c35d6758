import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import type { Asker } from '../asker.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { UpstreamCode, UpstreamProblem } from '../upstream-problem.ts'
import { createSharedAnswers, type Keeping } from './shared-answers.ts'

type Outcome = Result<{ readonly text: string }, UpstreamProblem>

const problem = (code: UpstreamCode) => fail({ code, reason: code, passing: false })

/** Answers that a test gives one by one, and who asked for them. */
function sharing(keeping: Partial<Keeping> = {}) {
  const clock = { now: 0 }
  const asked: Asker[] = []
  const pending: ((outcome: Outcome) => void)[] = []
  const sources: string[] = []
  const answers = createSharedAnswers<{ readonly text: string }>(
    () => clock.now,
    { freshMs: 3_000, staleMs: 0, ...keeping },
    (source) => sources.push(source),
  )
  return {
    clock,
    sources,
    asked,
    /** Asks for `key`; the result is what came of it, in a word. */
    async ask(key = 'key', asker: Asker = askerOf(new AbortController().signal)) {
      const outcome = await answers(key, asker, (all) => {
        asked.push(all)
        return new Promise((resolve) => pending.push(resolve))
      })
      return outcome.ok ? outcome.value.text : outcome.problem.code
    },
    answer: (outcome: Outcome | string) =>
      pending.shift()?.(typeof outcome === 'string' ? succeed({ text: outcome }) : outcome),
  }
}

test('who asks the same at once shares one question, who asks another thing does not', async () => {
  const { ask, answer, asked } = sharing()
  const answers = [ask('a'), ask('a'), ask('b')]
  answer('of a')
  answer('of b')
  expect(await Promise.all(answers)).toEqual(['of a', 'of a', 'of b'])
  expect(asked).toHaveLength(2)
})

test('an answer serves while it is fresh, and not longer', async () => {
  const { ask, answer, asked, clock } = sharing({ freshMs: 3_000 })
  const first = ask()
  answer('one')
  await first
  clock.now = 2_999
  expect(await ask()).toBe('one')
  clock.now = 3_000
  const second = ask()
  answer('two')
  expect(await second).toBe('two')
  expect(asked).toHaveLength(2)
})

test('a failure is told to all who wait, and the next asks again', async () => {
  const { ask, answer, asked } = sharing()
  const both = [ask(), ask()]
  answer(problem('upstream_failed'))
  expect(await Promise.all(both)).toEqual(['upstream_failed', 'upstream_failed'])
  const next = ask()
  answer('one')
  expect(await next).toBe('one')
  expect(asked).toHaveLength(2)
})

test.each<[UpstreamCode, string]>([
  ['throttled', 'old'],
  ['upstream_failed', 'old'],
  ['upstream_invalid', 'old'],
  ['upstream_timeout', 'old'],
  ['upstream_unavailable', 'old'],
  ['upstream_denied', 'upstream_denied'],
  ['not_found', 'not_found'],
])('after %s an old answer serves for a while, unless the service refuses: %s', async (code, served) => {
  const { ask, answer, clock } = sharing({ staleMs: 10_000 })
  const first = ask()
  answer('old')
  await first
  clock.now = 12_999
  const later = ask()
  answer(problem(code))
  expect(await later).toBe(served)
})

test('what the service refused once is not served again, and what is too old neither', async () => {
  const { ask, answer, clock } = sharing({ staleMs: 10_000 })
  const outcomes: string[] = []
  for (const [now, outcome] of [
    [0, 'old'],
    [4_000, problem('upstream_denied')],
    [4_000, problem('throttled')],
    [5_000, 'new'],
    [18_000, problem('throttled')],
  ] as const) {
    clock.now = now
    const asking = ask()
    answer(outcome)
    outcomes.push(await asking)
  }
  expect(outcomes).toEqual(['old', 'upstream_denied', 'throttled', 'new', 'throttled'])
})

test('who leaves leaves alone; with the last the question is taken back, and the next asks anew', async () => {
  const { ask, answer, asked } = sharing()
  const callers = [new AbortController(), new AbortController()] as const
  const [first, second] = callers.map(({ signal }) => ask('key', askerOf(signal)))
  callers[0].abort('gone')
  expect(await first).toBe('upstream_timeout')
  expect(asked[0]?.signal.aborted).toBe(false)
  callers[1].abort('gone too')
  expect(await second).toBe('upstream_timeout')
  expect(asked[0]?.signal).toMatchObject({ aborted: true, reason: 'gone too' })
  const third = ask()
  answer(problem('upstream_timeout'))
  await nextTurn() // by then the old question is over, and the new one is not
  const fourth = ask()
  answer('new')
  expect(await Promise.all([third, fourth])).toEqual(['new', 'new'])
  expect(asked).toHaveLength(2)
})

test('nobody joins a question that another has waited for in vain', async () => {
  const { ask, answer, asked } = sharing()
  const [impatient, patient] = [new AbortController(), new AbortController()]
  const answers = [ask('key', askerOf(impatient.signal)), ask('key', askerOf(patient.signal))]
  impatient.abort(new DOMException('too late', 'TimeoutError'))
  answers.push(ask())
  expect(asked).toHaveLength(2)
  answer('late')
  answer('in time')
  expect(await Promise.all(answers)).toEqual(['upstream_timeout', 'late', 'in time'])
})

test('who is gone already asks for nobody', async () => {
  const { ask, asked } = sharing()
  expect(await ask('key', askerOf(AbortSignal.abort('gone')))).toBe('upstream_timeout')
  expect(asked).toEqual([])
})

test('the question is as urgent as its most urgent asker, and as patient as its most patient', async () => {
  const { ask, answer, asked } = sharing()
  const { signal } = new AbortController()
  const shown = new AbortController()
  const answers = [
    ask('key', askerOf(signal, { urgency: 4, startBy: 1_000 })),
    ask('key', askerOf(shown.signal, { urgency: 1, startBy: 500 })),
    ask('key', askerOf(signal, { urgency: 6, startBy: 2_000 })),
  ]
  expect(asked).toMatchObject([{ urgency: 1, startBy: 2_000 }])
  shown.abort()
  expect(asked[0]?.urgency).toBe(4)
  answer('one')
  await Promise.all(answers)
})

test('of each answer it is told once where it came from', async () => {
  const { ask, answer, clock, sources } = sharing({ freshMs: 3_000, staleMs: 60_000 })
  const both = [ask(), ask()]
  answer('one')
  await Promise.all(both)
  await ask()
  clock.now = 3_000
  const late = ask()
  answer(problem('throttled'))
  expect(await late).toBe('one')
  const refused = ask()
  answer(problem('upstream_denied'))
  await refused
  expect(sources).toEqual(['asked', 'joined', 'kept', 'stale', 'asked'])
})
