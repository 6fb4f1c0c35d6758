import { setTimeout as sleep } from 'node:timers/promises'
import { createDesk } from '../ledger/desk.ts'
import { createSharedBudget } from '../ledger/shared-budget.ts'
import { createStoredLedger } from '../ledger/stored-ledger.ts'
import type { Log } from '../log.ts'
import { processClock } from '../quota/clock.ts'
import type { BudgetOf } from '../quota/schedules.ts'
import type { Readiness } from '../readiness.ts'
import type { Seals } from '../seal.ts'
import { createSearchRefusals, type SearchRefusals } from '../search-refusals.ts'
import { type AskThroughStore, createAskThroughStore } from '../shared-answers/ask-through-store.ts'
import { createQuestionBoard } from '../shared-answers/question-board.ts'
import type { StoreTelemetry } from '../telemetry/observe-store.ts'
import { createRedisStore } from './redis-store.ts'

interface SeveralInstancesSettings {
  readonly url: string
  readonly region: string
  /** Where Cases answers, unless it is AWS. */
  readonly endpoint: string | undefined
  readonly deadlineMs: number
  readonly newId: () => string
  readonly log: Log
  readonly readiness: Readiness
  readonly telemetry: StoreTelemetry
}

/** What this instance shares with others of the same account and Region. */
export interface SeveralInstances {
  readonly budgetOf: BudgetOf
  readonly refusals: SearchRefusals
  /** With these seals, as all instances can open. */
  readonly askThroughStore: (seals: Seals) => AskThroughStore
  /** Says goodbye, so that nothing is kept for this instance any more. */
  stop(): Promise<void>
}

// What is written there has this form; servers of another form share nothing with us.
const version = 1

// A call has ended by its deadline; more, and its instance is gone.
const goneMs = 5_000

/** Joins those who use the same store. It may be away: then it is joined later. */
export function joinInstances(settings: SeveralInstancesSettings): SeveralInstances {
  const { url, region, endpoint, deadlineMs, newId, log, readiness, telemetry } = settings
  // The braces keep all keys on one node, should there be several.
  const store = createRedisStore({ url, prefix: `contact-cases:${version}:{${region} ${endpoint ?? 'aws'}}:` })
  const desk = createDesk({
    store: createStoredLedger(store),
    clock: processClock,
    instance: newId(),
    onStanding(isHere) {
      log(isHere ? { event: 'store_here' } : { event: 'store_away', reason: store.whyAway() })
      readiness.storeIs(isHere ? 'here' : 'away')
      telemetry.isHere(isHere)
    },
  })
  const leaseMs = deadlineMs + goneMs
  return {
    askThroughStore: (seals) =>
      createAskThroughStore({ board: createQuestionBoard(store), seals, newId, sleep, onAnswer: telemetry.answered }),
    refusals: createSearchRefusals(store),
    budgetOf: (operation, quota) =>
      createSharedBudget({ desk, operation, quota, clock: processClock, time: Date.now, newLease: newId, leaseMs }),
    async stop() {
      await desk.stop()
      store.close()
    },
  }
}
