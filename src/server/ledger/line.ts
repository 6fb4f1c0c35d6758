import { type Quota, reserveOf } from '../quota/call-budget.ts'
import { isSpareOnly } from '../quota/urgency.ts'
import type { Ledger, Line } from './ledger.ts'
import { countingMs, seatsHere } from './seats.ts'
import { clocksMs, findSlot, isOfSeat, lateMs, slotLength } from './slots.ts'

/** What an instance wants for one operation. */
export interface Want {
  readonly operation: string
  readonly quota: Quota
  /** How many wait there, by their urgency. */
  readonly counts: readonly number[]
  /** How long a call may take before its instance must be gone. */
  readonly leaseMs: number
  readonly newLease: () => string
}

/** What it gets. */
export interface Turns {
  readonly leases: readonly string[]
  /** When the next of it may leave if all goes well, in so many milliseconds. */
  readonly waitMs: number
  /** How many wait at other instances that are as urgent as that one, or more. */
  readonly elsewhere: number
}

// An instance that waits comes at least every second.
const believedMs = 1_500

/** Notes who waits at this instance, and gives leave to as many as may call now. Who is more urgent elsewhere goes first. */
export function takeTurns(ledger: Ledger, instance: string, want: Want, now: number): Turns {
  const line = lineOf(ledger, want.operation)
  settleLeases(ledger, line, want.quota, now)
  for (const [id, { until }] of Object.entries(line.waiting)) if (now >= until) delete line.waiting[id]
  delete line.waiting[instance]
  const others = sumOf(Object.values(line.waiting).map(({ counts }) => counts))

  const counts = [...want.counts]
  const leases: string[] = []
  let next = turnOf(ledger, line, want, others, now)
  for (let urgency = firstOf(counts); urgency !== -1 && next.at <= now; urgency = firstOf(counts)) {
    const lease = want.newLease()
    line.leases[lease] = now + want.leaseMs
    line.lastSlot = next.slot
    leases.push(lease)
    counts[urgency] = (counts[urgency] ?? 0) - 1
    next = turnOf(ledger, line, { ...want, counts }, others, now)
  }
  if (firstOf(counts) !== -1) line.waiting[instance] = { counts, until: now + believedMs }
  return { leases, waitMs: Math.max(0, next.at - now), elsewhere: before(others, firstOf(counts) + 1) }
}

/** A call that had leave. */
export interface Returned {
  readonly operation: string
  readonly quota: Quota
  readonly lease: string
  /** `unused`: it never left. */
  readonly end: 'answered' | 'unused' | { readonly throttledForMs: number }
}

/** Its token comes back. */
export function takeBack(ledger: Ledger, { operation, quota, lease, end }: Returned, now: number): void {
  const line = lineOf(ledger, operation)
  settleLeases(ledger, line, quota, now)
  const isOurs = line.leases[lease] !== undefined // else it was taken for gone, or the store forgot
  delete line.leases[lease]
  if (isOurs && end !== 'unused') line.fullAt = bucketOf(ledger, line, quota, now) + intervalOf(quota)
  if (typeof end === 'object') {
    line.heldUntil = Math.max(line.heldUntil, now + Math.max(end.throttledForMs, intervalOf(quota)))
  }
}

function lineOf(ledger: Ledger, operation: string): Line {
  const line = ledger.lines[operation] ?? { fullAt: 0, leases: {}, heldUntil: 0, lastSlot: -1, waiting: {} }
  ledger.lines[operation] = line
  return line
}

function settleLeases(ledger: Ledger, line: Line, quota: Quota, now: number): void {
  const over = Object.entries(line.leases).filter(([, until]) => now >= until)
  for (const [lease, until] of over.sort(([, one], [, other]) => one - other)) {
    delete line.leases[lease]
    line.fullAt = bucketOf(ledger, line, quota, until) + intervalOf(quota)
  }
}

/** When the most urgent of an instance may leave, after those who are more urgent elsewhere. */
function turnOf(ledger: Ledger, line: Line, { quota, counts }: Want, others: readonly number[], now: number) {
  const first = Math.max(0, firstOf(counts))
  const ahead = before(others, first)
  if (ledger.tables.length === 0) return { at: Math.max(now + 1, ledger.bornAt + countingMs), slot: line.lastSlot }
  const reserve = isSpareOnly(first) ? reserveOf(quota) : 0
  return ledger.apartSince === null
    ? { at: bucketTurn(ledger, line, quota, ahead + reserve, now), slot: line.lastSlot }
    : slotTurn(ledger, line, { quota, ahead, now, apartSince: ledger.apartSince })
}

/** By GCRA, as in call-budget.ts. */
function bucketTurn(ledger: Ledger, line: Line, quota: Quota, ahead: number, now: number): number {
  const before = Object.keys(line.leases).length + ahead
  return bucketOf(ledger, line, quota, now) + before * intervalOf(quota) - toleranceOf(quota)
}

/** When the bucket would be full, were no call to leave from now on: whatever is taken from it comes on top. */
function bucketOf({ wholeSince }: Ledger, line: Line, quota: Quota, now: number): number {
  // Whatever left before the whole bucket counted has come to the service by then, and the bucket was empty.
  const emptied = wholeSince + lateMs + intervalOf(quota) * quota.burst
  return Math.max(line.fullAt, line.heldUntil + toleranceOf(quota), emptied, now)
}

interface Apart {
  readonly quota: Quota
  readonly ahead: number
  readonly now: number
  readonly apartSince: number
}

function slotTurn(ledger: Ledger, line: Line, { quota, ahead, now, apartSince }: Apart) {
  const emptyUntil = apartSince + lateMs + intervalOf(quota)
  const [here, length] = [seatsHere(ledger, now), slotLength(quota)]
  return findSlot(
    {
      time: now,
      length,
      lastSlot: line.lastSlot,
      notBefore: Math.max(emptyUntil, line.heldUntil),
      // Who just came back may have used its slot that has begun, by its own clock.
      isOurs: (slot) =>
        here.some(({ seat, since }) => isOfSeat(slot, seat, ledger.tables) && slot * length >= since + clocksMs),
    },
    ahead,
  )
}

const intervalOf = ({ rate }: Quota) => 1_000 / rate
const toleranceOf = (quota: Quota) => intervalOf(quota) * (quota.burst - 1)
const firstOf = (counts: readonly number[]) => counts.findIndex((count) => count > 0)
const before = (counts: readonly number[], urgency: number) =>
  counts.slice(0, urgency).reduce((sum, count) => sum + count, 0)
const sumOf = (lists: readonly (readonly number[])[]) =>
  Array.from({ length: 8 }, (_, urgency) => lists.reduce((sum, counts) => sum + (counts[urgency] ?? 0), 0))
