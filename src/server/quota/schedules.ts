import type { Asker } from '../asker.ts'
import { forEachOperation, type Operation, type Quotas } from './account-quotas.ts'
import { type CallBudget, createCallBudget, type Quota } from './call-budget.ts'
import type { Clock } from './clock.ts'
import { createSchedule, type Schedule, type Turn } from './schedule.ts'

/** Waits until a call of this operation may leave, or says why it may not. */
export type TakeTurn = (operation: Operation, asker: Asker) => Promise<Turn>

/** The budget of an operation with this quota. */
export type BudgetOf = (operation: Operation, quota: Quota) => CallBudget

// Patience ends long before so many wait at the usual rates; this bounds memory where rates are high.
const mostWaiting = 1_000

// More than a process can call; a service that throttles all the same still holds everyone back.
const asGoodAsNone: Quota = { rate: 10_000, burst: 10_000 }

const ofOneInstance: BudgetOf = (_, quota) => createCallBudget(quota)

/** A schedule for each operation: what waits for one never holds up another. */
export function createSchedules(quotas: Quotas, clock: Clock, budgetOf: BudgetOf = ofOneInstance): TakeTurn {
  const scheduleOf = (operation: Operation, quota: Quota | 'off'): Schedule =>
    createSchedule({
      budget: quota === 'off' ? createCallBudget(asGoodAsNone) : budgetOf(operation, quota),
      clock,
      mostWaiting,
    })
  const schedules = forEachOperation((operation) => scheduleOf(operation, quotas[operation]))
  return (operation, asker) => schedules[operation](asker)
}
