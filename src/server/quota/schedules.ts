import type { Asker } from '../asker.ts'
import { forEachOperation, type Operation, type Quotas } from './account-quotas.ts'
import { createCallBudget, type Quota } from './call-budget.ts'
import type { Clock } from './clock.ts'
import { createSchedule, type Schedule, type Turn } from './schedule.ts'

/** Waits until a call of this operation may leave, or says why it may not. */
export type TakeTurn = (operation: Operation, asker: Asker) => Promise<Turn>

// Patience ends long before so many wait at the usual rates; this bounds memory where rates are high.
const mostWaiting = 1_000

// More than a process can call; a service that throttles all the same still holds everyone back.
const asGoodAsNone: Quota = { rate: 10_000, burst: 10_000 }

/** A schedule for each operation: what waits for one never holds up another. */
export function createSchedules(quotas: Quotas, clock: Clock): TakeTurn {
  const scheduleOf = (given: Quota | 'off'): Schedule => {
    const quota = given === 'off' ? asGoodAsNone : given
    // The last of the burst, which whoever looks would else wait for. An account without a burst has none to leave.
    const leftToOthers = quota.burst > 1 ? 1 : 0
    return createSchedule({ budget: createCallBudget(quota), clock, mostWaiting, leftToOthers })
  }
  const schedules = forEachOperation((operation) => scheduleOf(quotas[operation]))
  return (operation, asker) => schedules[operation](asker)
}
