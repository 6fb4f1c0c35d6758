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

test('one whom the service does not know spoils nothing for the others', async () => {
  const { ask, calls, giveTurns } = together({ refuses: (one) => (one === 'gone' ? 'not_found' : null) })
  const answers = ['a', 'b', 'gone', 'd', 'e'].map((one) => ask(one))
  await giveTurns()
  expect((await Promise.all(answers))[0]).toEqual(succeed(['about a', 'about b', 'about d', 'about e']))
  expect(calls).toEqual(['i: a b gone d e', 'i: a b gone', 'i: d e', 'i: a b', 'i: gone'])
})

test('what goes wrong otherwise is told to all, and is not asked again', async () => {
  const { ask, calls, giveTurns } = together({ refuses: () => 'throttled' })
  const answers = [ask('ann'), ask('bob')]
  await giveTurns()
  const failure = { ok: false, problem: { code: 'throttled' } }
  expect(await Promise.all(answers)).toMatchObject([failure, failure])
  expect(calls).toEqual(['i: ann bob'])
})
