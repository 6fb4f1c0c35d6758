import { metrics } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { keepTelemetry } from '../../../test/support/telemetry.ts'
import type { Turn } from '../quota/schedule.ts'
import { instruments } from './instruments.ts'
import { observeTurns } from './observe-turns.ts'

const kept = keepTelemetry()
const asker = askerOf(new AbortController().signal, { urgency: 1 })
const go: Turn = { kind: 'go', slot: { done: () => undefined } }

/** Turns that a test gives one by one. */
function observed() {
  const pending: { resolve: (turn: Turn) => void; reject: (error: Error) => void }[] = []
  const takeTurn = observeTurns(() => new Promise<Turn>((resolve, reject) => pending.push({ resolve, reject })), {
    meter: metrics.getMeter('test'),
    now: () => 0,
  })
  return { takeTurn, pending }
}

async function seriesOf(wanted: string) {
  const series = await kept.series()
  return series.filter(({ name }) => name === wanted).map(({ attributes, count }) => ({ ...attributes, count }))
}

test('who waits is counted by operation until the turn comes, or will not', async () => {
  const { takeTurn, pending } = observed()
  const waiting = async () => {
    const all = await seriesOf(instruments.turnsPending)
    return all.filter(({ count }) => Number(count) !== 0)
  }
  const turns = [takeTurn('GetCase', asker), takeTurn('GetCase', asker), takeTurn('SearchCases', asker)]
  expect(await waiting()).toEqual([
    { 'rpc.method': 'SearchCases', count: 1 },
    { 'rpc.method': 'GetCase', count: 2 },
  ])
  pending[0]?.resolve(go)
  pending[1]?.resolve({ kind: 'later', waitMs: 1 })
  pending[2]?.reject(new Error('broken'))
  await Promise.allSettled(turns)
  expect(await waiting()).toEqual([])
})

test('each wait is counted by its operation, its end and what it was for, as urgent as it was in the end', async () => {
  const { takeTurn, pending } = observed()
  let urgency: 1 | 6 = 6
  const growing = {
    ...asker,
    get urgency() {
      return urgency
    },
  }
  const turns = [takeTurn('GetTemplate', growing), takeTurn('GetTemplate', asker), takeTurn('GetTemplate', asker)]
  urgency = 1
  pending[0]?.resolve(go)
  pending[1]?.resolve(go)
  pending[2]?.resolve({ kind: 'gone' })
  await Promise.all(turns)
  const waits = await seriesOf(instruments.turnWait)
  expect(waits.filter((wait) => 'rpc.method' in wait && wait['rpc.method'] === 'GetTemplate')).toEqual([
    { 'rpc.method': 'GetTemplate', outcome: 'go', urgency: 'shown', count: 2 },
    { 'rpc.method': 'GetTemplate', outcome: 'gone', urgency: 'shown', count: 1 },
  ])
})
