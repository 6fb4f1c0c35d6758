import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { fail, succeed } from '../result.ts'
import type { UpstreamCode } from '../upstream-problem.ts'
import { askTogether, type Together } from './ask-together.ts'

const patient = new AbortController().signal
const settled = () => new Promise(setImmediate)

/** Questions whose calls wait until the test gives them their turn; about whom the calls were, in order. */
function together({ most = 100, refuses = (_: string) => null as UpstreamCode | null } = {}) {
  const turns: (() => void)[] = []
  const askers: Asker[] = []
  const calls: string[] = []
  const call = async ({ instanceId, about }: Together, asker: Asker): Upstream<readonly string[]> => {
    askers.push(asker)
    await new Promise<void>((resolve) => turns.push(resolve))
    calls.push(`${instanceId}: ${about().join(' ')}`)
    const code = about()
      .map(refuses)
      .find((each) => each !== null)
    return code ? fail({ code, reason: code, passing: false }) : succeed(about().map((one) => `about ${one}`))
  }
  const ask = askTogether({ most, ask: call, spoiledBy: ['not_found'] })
  return {
    calls,
    askers,
    ask: (one: string, asker = askerOf(patient), instanceId = 'i') => ask(instanceId, one, asker),
    /** Gives the first call that waits its turn. */
    async giveTurn() {
      await settled()
      turns.shift()?.()
      await settled()
    },
    /** Gives every call that waits its turn, and those that follow from it. */
    async giveTurns() {
      await settled()
      while (turns.length > 0) {
        for (const turn of turns.splice(0)) turn()
        await settled()
      }
    },
  }
}

test('all who ask before the turn comes are one call, whose answer all get', async () => {
  const { ask, calls, giveTurns } = together()
  const early = ask('ann')
  await settled()
  const late = [ask('bob'), ask('ann')]
  await giveTurns()
  const answer = succeed(['about ann', 'about bob'])
  expect(await Promise.all([early, ...late])).toEqual([answer, answer, answer])
  expect(calls).toEqual(['i: ann bob'])
})

test('who asks after the turn waits for the next, and no instance waits for another', async () => {
  const { ask, calls, giveTurns } = together()
  const first = ask('ann')
  await giveTurns()
  const others = [ask('bob'), ask('carl', askerOf(patient), 'j')]
  await giveTurns()
  await Promise.all([first, ...others])
  expect(calls).toEqual(['i: ann', 'i: bob', 'j: carl'])
})

test('no call is about more than it may be', async () => {
  const { ask, calls, giveTurns } = together({ most: 2 })
  const answers = ['a', 'b', 'c', 'c', 'd', 'e'].map((one) => ask(one))
  await giveTurns()
  await Promise.all(answers)
  expect(calls).toEqual(['i: a b', 'i: c d', 'i: e'])
})

test('a call is as urgent as the most urgent who joined it, and goes on without who began it', async () => {
  const { ask, askers, giveTurns } = together()
  const first = new AbortController()
  const left = ask('ann', askerOf(first.signal, { urgency: 3 }))
  await settled()
  expect(askers).toMatchObject([{ urgency: 3 }])
  const joined = ask('bob', askerOf(patient, { urgency: 1 }))
  expect(askers).toMatchObject([{ urgency: 1 }])
  first.abort()
  await giveTurns()
  expect([await left, await joined]).toMatchObject([{ ok: false }, { ok: true }])
})

test('a call that all have left takes nobody along who asks after them', async () => {
  const { ask, calls, giveTurn, giveTurns } = together()
  const first = new AbortController()
  const left = ask('ann', askerOf(first.signal))
  await settled()
  first.abort()
  const next = ask('bob')
  await giveTurn()
  const late = ask('carl')
  await giveTurns()
  expect(await Promise.all([left, next, late])).toMatchObject([{ ok: false }, { ok: true }, { ok: true }])
  expect(calls).toEqual(['i: ann', 'i: bob carl'])
})

test('one whom the service does not know spoils nothing for the others, and has a call alone from then on', async () => {
  const { ask, calls, giveTurns } = together({ refuses: (one) => (one === 'gone' ? 'not_found' : null) })
  const all = ['a', 'b', 'gone', 'd', 'e']
  const answers = all.map((one) => ask(one))
  await giveTurns()
  expect(await Promise.all(answers)).toMatchObject([
    { value: ['about a', 'about b'] },
    { value: ['about a', 'about b'] },
    { value: [] },
    { value: ['about d', 'about e'] },
    { value: ['about d', 'about e'] },
  ])
  expect(calls.splice(0)).toEqual(['i: a b gone d e', 'i: a b gone', 'i: d e', 'i: a b', 'i: gone'])
  for (const _ of ['again', 'and again']) {
    const answers = all.map((one) => ask(one))
    await giveTurns()
    expect((await Promise.all(answers))[2]).toEqual(succeed([]))
    expect(calls.splice(0)).toEqual(['i: gone', 'i: a b d e'])
  }
})

test('who has a call alone is told what goes wrong with it', async () => {
  const fates: (UpstreamCode | null)[] = ['not_found', 'throttled']
  const { ask, giveTurns } = together({ refuses: () => fates.shift() ?? null })
  const answers = []
  for (const _ of ['unknown', 'throttled', 'known']) {
    const answer = ask('ann')
    await giveTurns()
    answers.push(await answer)
  }
  expect(answers).toMatchObject([{ value: [] }, { problem: { code: 'throttled' } }, { value: ['about ann'] }])
})

test('who is known after all is asked about together with the others again', async () => {
  const unknown = new Set(['ann'])
  const { ask, calls, giveTurns } = together({ refuses: (one) => (unknown.has(one) ? 'not_found' : null) })
  for (const round of [1, 2, 3]) {
    if (round === 2) unknown.clear()
    const answers = [ask('ann'), ask('bob')]
    await giveTurns()
    await Promise.all(answers)
  }
  expect(calls.slice(-3)).toEqual(['i: ann', 'i: bob', 'i: ann bob'])
})

test('where the halves of a spoiled call fare differently, so do those whom they are about', async () => {
  const refuses = (one: string) => ({ gone: 'not_found', late: 'throttled' })[one] as UpstreamCode | undefined
  const { ask, giveTurns } = together({ refuses: (one) => refuses(one) ?? null })
  const answers = ['gone', 'a', 'late', 'b'].map((one) => ask(one))
  await giveTurns()
  expect(await Promise.all(answers)).toMatchObject([
    { value: [] },
    { value: ['about a'] },
    { problem: { code: 'throttled' } },
    { problem: { code: 'throttled' } },
  ])
})

test('what goes wrong otherwise is told to all, and is not asked again', async () => {
  const { ask, calls, giveTurns } = together({ refuses: () => 'throttled' })
  const answers = [ask('ann'), ask('bob')]
  await giveTurns()
  const failure = { ok: false, problem: { code: 'throttled' } }
  expect(await Promise.all(answers)).toMatchObject([failure, failure])
  expect(calls).toEqual(['i: ann bob'])
})
