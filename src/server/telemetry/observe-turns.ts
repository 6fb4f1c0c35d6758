import type { Meter } from '@opentelemetry/api'
import { forEachOperation, type Operation } from '../quota/account-quotas.ts'
import type { TakeTurn } from '../quota/schedules.ts'
import { purposeOf } from '../quota/urgency.ts'
import { inSeconds, instruments } from './instruments.ts'

interface TurnObservers {
  readonly meter: Meter
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

/** Turns, with how many wait for each operation, and how long each waited and what came of it. */
export function observeTurns(takeTurn: TakeTurn, { meter, now }: TurnObservers): TakeTurn {
  const waits = meter.createHistogram(instruments.turnWait, inSeconds)
  const waiting = new Map<Operation, number>()
  const pending = meter.createObservableGauge(instruments.turnsPending, { unit: '{request}' })
  pending.addCallback((gauge) => {
    forEachOperation((operation) => gauge.observe(waiting.get(operation) ?? 0, { 'rpc.method': operation }))
  })
  const count = (operation: Operation, more: number) => waiting.set(operation, (waiting.get(operation) ?? 0) + more)

  return async (operation, asker) => {
    const askedAt = now()
    count(operation, 1)
    try {
      const turn = await takeTurn(operation, asker)
      const attributes = { 'rpc.method': operation, outcome: turn.kind, urgency: purposeOf(asker.urgency) }
      waits.record((now() - askedAt) / 1_000, attributes)
      return turn
    } finally {
      count(operation, -1)
    }
  }
}
