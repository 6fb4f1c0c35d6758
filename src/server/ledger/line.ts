import { type Quota, reserveOf } from '../quota/call-budget.ts'
import { isSpareOnly } from '../quota/urgency.ts'
import type { Ledger, Line } from './ledger.ts'
import { countingMs, isSeatHere } from './seats.ts'
import { findSlot, isOfSeat, lateMs, slotLength } from './slots.ts'

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
  settleLeases(line, want.quota, now)
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
  settleLeases(line, quota, now)
  const isOurs = line.leases[lease] !== undefined // else it was taken for gone, or the store forgot
  delete line.leases[lease]
  if (isOurs && end !== 'unused') line.fullAt = Math.max(line.fullAt, now) + intervalOf(quota)
  if (typeof end === 'object') {
    line.heldUntil = Math.max(line.heldUntil, now + Math.max(end.throttledForMs, intervalOf(quota)))
  }
}

function lineOf(ledger: Ledger, operation: string): Line {
  const line = ledger.lines[operation] ?? { fullAt: 0, leases: {}, heldUntil: 0, lastSlot: -1, waiting: {} }
  ledger.lines[operation] = line
  return line
}

function settleLeases(line: Line, quota: Quota, now: number): void {
  const over = Object.entries(line.leases).filter(([, until]) => now >= until)
  for (const [lease, until] of over.sort(([, one], [, other]) => one - other)) {
    delete line.leases[lease]
    line.fullAt = Math.max(line.fullAt, until) + intervalOf(quota)
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
function bucketTurn({ wholeSince }: Ledger, line: Line, quota: Quota, ahead: number, now: number): number {
  const intervalMs = intervalOf(quota)
  const toleranceMs = intervalMs * (quota.burst - 1)
  // Whatever left before the whole bucket counted has come to the service by then, and the bucket was empty.
  const emptied = wholeSince + lateMs + intervalMs * quota.burst
  const fullAt = Math.max(line.fullAt, line.heldUntil + toleranceMs, emptied, now)
  return fullAt + (Object.keys(line.leases).length + ahead) * intervalMs - toleranceMs
}

interface Apart {
  readonly quota: Quota
  readonly ahead: number
  readonly now: number
  readonly apartSince: number
}

function slotTurn(ledger: Ledger, line: Line, { quota, ahead, now, apartSince }: Apart) {
  const emptyUntil = apartSince + lateMs + intervalOf(quota)
  const seats = Object.values(ledger.members).flatMap(({ seat }) =>
    seat !== null && isSeatHere(ledger, seat, now) ? [seat] : [],
  )
  return findSlot(
    {
      time: now,
      length: slotLength(quota),
      lastSlot: line.lastSlot,
      notBefore: Math.max(emptyUntil, line.heldUntil),
      isOurs: (slot) => seats.some((seat) => isOfSeat(slot, seat, ledger.tables)),
    },
    ahead,
  )
}

const intervalOf = ({ rate }: Quota) => 1_000 / rate
const firstOf = (counts: readonly number[]) => counts.findIndex((count) => count > 0)
const before = (counts: readonly number[], urgency: number) =>
  counts.slice(0, urgency).reduce((sum, count) => sum + count, 0)
const sumOf = (lists: readonly (readonly number[])[]) =>
  Array.from({ length: 8 }, (_, urgency) => lists.reduce((sum, counts) => sum + (counts[urgency] ?? 0), 0))
