import { createDesk, type Desk } from '../ledger/desk.ts'
import type { LedgerStore } from '../ledger/ledger-store.ts'
import { createSharedBudget } from '../ledger/shared-budget.ts'
import type { Quota } from '../quota/call-budget.ts'
import { createSchedule, type Schedule } from '../quota/schedule.ts'
import type { Urgency } from '../quota/urgency.ts'
import { createSimulatedStore, type Fault, type Reach } from './simulated-store.ts'
import { createTestClock } from './test-clock.ts'

export type { Fault } from './simulated-store.ts'

interface Ask {
  readonly count: number
  readonly urgency?: Urgency
  readonly patienceMs: number
  /** How long the call is on its way to the service, and its answer back. */
  readonly thereMs: number
  readonly backMs: number
}

interface Instance {
  readonly desk: Desk
  readonly schedule: Schedule
  readonly reach: Reach
}

/** Several instances before one service, and a store between them; of the clocks' offsets the last is the store's. */
export function createSimulatedAccount(quota: Quota, offsets: readonly number[]) {
  const { clock, pass } = createTestClock()
  const day = 1_700_000_000_000
  const offsetOf = (which: number) => offsets[which] ?? 0
  const store = createSimulatedStore(clock, () => day + clock.now() + offsetOf(offsets.length - 1))
  const instances = new Map<number, Instance>()
  const arrivals: number[] = []
  const served: { readonly instance: number; readonly urgency: Urgency; readonly at: number }[] = []
  let started = 0
  let waiting = 0

  function begin(which: number): Instance {
    started += 1
    const name = `instance-${started}`
    let leases = 0
    const reach: Reach = { fault: 'none' }
    const ledger: LedgerStore = store.from(reach)
    const desk = createDesk({ store: ledger, clock, instance: name, onStanding: () => {} })
    const budget = createSharedBudget({
      ...{ desk, operation: 'ListCasesForContact', quota, clock, leaseMs: 10_000 },
      time: () => day + clock.now() + offsetOf(which),
      newLease: () => `${name}:${leases++}`,
    })
    return { desk, reach, schedule: createSchedule({ budget, clock, mostWaiting: 1_000 }) }
  }

  function ask(which: number, { count, urgency = 3, patienceMs, thereMs, backMs }: Ask): void {
    const instance = instances.get(which)
    for (let left = instance === undefined ? 0 : count; left > 0; left -= 1) {
      waiting += 1
      const asker = { urgency, startBy: clock.now() + patienceMs, signal: new AbortController().signal }
      void instance?.schedule(asker).then((turn) => {
        waiting -= 1
        // What has died calls no more.
        if (turn.kind !== 'go' || instance.reach.fault === 'dead') return
        clock.after(thereMs, () => {
          arrivals.push(clock.now())
          served.push({ instance: which, urgency, at: clock.now() })
          clock.after(backMs, () => turn.slot.done())
        })
      })
    }
  }

  return {
    pass,
    ask,
    arrivals,
    served,
    /** Those of whom nothing has become yet. */
    waiting: () => waiting,
    now: clock.now,
    setStore: store.set,
    forget: store.forget,
    standings: () => [...instances.values()].map(({ desk }) => desk.standing().kind),
    cut(which: number, fault: Fault) {
      const reach = instances.get(which)?.reach
      if (reach !== undefined) reach.fault = fault
    },
    start(which: number) {
      if (!instances.has(which)) instances.set(which, begin(which))
    },
    stop(which: number) {
      void instances.get(which)?.desk.stop()
      instances.delete(which)
    },
    die(which: number) {
      const reach = instances.get(which)?.reach
      if (reach !== undefined) reach.fault = 'dead'
      instances.delete(which)
    },
  }
}
