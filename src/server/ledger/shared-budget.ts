import type { CallBudget, Leave, Quota } from '../quota/call-budget.ts'
import type { Clock } from '../quota/clock.ts'
import type { Urgency } from '../quota/urgency.ts'
import type { Desk } from './desk.ts'
import type { Turns, Want } from './line.ts'
import { findSlot, isOfSeat, slotLength } from './slots.ts'

interface SharedBudgetDeps {
  readonly desk: Desk
  readonly operation: string
  readonly quota: Quota
  readonly clock: Clock
  /** Milliseconds of the time of day, as far as instances agree on it. */
  readonly time: () => number
  readonly newLease: () => string
  readonly leaseMs: number
}

interface Told extends Turns {
  readonly at: number
  readonly urgency: Urgency
}

// An instance that has never heard of the others has no share, and cannot know for how long.
const unknownMs = 5_000

/**
 * The budget that all instances share: leave comes from the ledger, for whoever is the most urgent here when it comes.
 * While the store is away, it comes from the clock, in slots that are this instance's own.
 */
export function createSharedBudget(deps: SharedBudgetDeps): CallBudget {
  const { desk, operation, quota, clock, newLease, leaseMs } = deps
  const intervalMs = 1_000 / quota.rate
  const own = createOwnSlots(deps)
  let leases: readonly string[] = []
  let told: Told | null = null
  let waiting: () => readonly Urgency[] = () => []
  let onFree = () => {}

  function want(): Want | null {
    const counts = Array.from({ length: 8 }, () => 0)
    for (const urgency of waiting()) counts[urgency] = (counts[urgency] ?? 0) + 1
    // Where nobody waits any more, the others are to hear that once.
    return told === null && waiting().length === 0 ? null : { operation, quota, counts, leaseMs, newLease }
  }

  desk.serve({
    want,
    told(turns) {
      const [urgency] = waiting()
      told = urgency === undefined ? null : { ...turns, at: clock.now() + turns.waitMs, urgency }
      leases = turns.leases
      onFree()
      // Who waited for them has gone.
      for (const lease of leases) desk.giveBack({ operation, quota, lease, end: 'unused' })
      leases = []
    },
    reconsider() {
      told = null
      onFree()
    },
  })

  return {
    intervalMs,
    freeAt(now, ahead) {
      if (desk.standing().kind !== 'here') return own.freeAt(now, ahead)
      if (ahead < leases.length || told === null) return now
      // Those elsewhere who are as urgent take turns with ours.
      const perTurn = 1 + told.elsewhere / Math.max(1, waiting().length)
      return told.at + (ahead - leases.length) * intervalMs * perTurn
    },
    leave(now) {
      if (desk.standing().kind !== 'here') return own.leave(now)
      const [lease, ...others] = leases
      if (lease === undefined) return null
      leases = others
      return {
        answered(_, throttledForMs) {
          const end = throttledForMs === undefined ? 'answered' : { throttledForMs }
          desk.giveBack({ operation, quota, lease, end })
        },
      }
    },
    expect(urgencies, onMore) {
      waiting = urgencies
      onFree = onMore
      const [urgency] = urgencies()
      if (urgency === undefined) return
      if (told === null || told.at <= clock.now() || urgency < told.urgency) desk.hurry()
    },
  }
}

/** What an instance may call while the store is away: one call in each of its slots. */
function createOwnSlots({ desk, quota, time }: SharedBudgetDeps): Pick<CallBudget, 'freeAt' | 'leave'> {
  const intervalMs = 1_000 / quota.rate
  let lastSlot = -1
  let heldUntil = 0

  function next(now: number, ahead: number) {
    const standing = desk.standing()
    const { seat, tables } = desk.seat()
    if (standing.kind === 'here' || seat === null) {
      // What a first visit brings will be known in a moment.
      return { slot: lastSlot, at: standing.kind === 'away' ? now + unknownMs : now }
    }
    const today = time()
    const { slot, at } = findSlot(
      {
        time: today,
        length: slotLength(quota),
        lastSlot,
        notBefore: today + Math.max(standing.slotsFrom + intervalMs, heldUntil) - now,
        isOurs: (each) => isOfSeat(each, seat, tables),
      },
      ahead,
    )
    return { slot, at: now + (at - today) }
  }

  return {
    freeAt: (now, ahead) => next(now, ahead).at,
    leave(now): Leave | null {
      const { slot, at } = next(now, 0)
      if (at > now || desk.standing().kind !== 'away' || desk.seat().seat === null) return null
      lastSlot = slot
      return {
        answered(answeredAt, throttledForMs) {
          if (throttledForMs === undefined) return
          heldUntil = Math.max(heldUntil, answeredAt + Math.max(throttledForMs, intervalMs))
        },
      }
    },
  }
}
