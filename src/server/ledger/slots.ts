import type { Quota } from '../quota/call-budget.ts'

// Instances that cannot ask each other take turns by the clock: one call in each slot, and each slot has one owner.
//
// Slots are as far apart as burst + rate·t allows although each call reaches the service up to `lateMs` after its slot
// began: because it left late in its slot, because of clocks that disagree, because of the way. Of n calls in slots that
// are s apart the first and the last reach the service at least (n - 1)·s - lateMs apart, and the quota wants
// (n - burst)·interval. That holds for every n > burst when s is at least the interval and (interval + lateMs) / burst.

/** How late after the beginning of its slot a call may reach the service: the sum of what is named above. */
export const lateMs = 1_000

// Of those: how late a call may leave.
const openMs = 250

/** Of those too: how much clocks may disagree. */
export const clocksMs = 250

/** How far apart slots are. */
export function slotLength({ rate, burst }: Quota): number {
  const intervalMs = 1_000 / rate
  return Math.max(intervalMs, (intervalMs + lateMs) / burst)
}

/** Whether this slot is of this seat, by all tables that count. */
export function isOfSeat(slot: number, seat: number, tables: readonly number[]): boolean {
  return tables.length > 0 && tables.every((seats) => slot % seats === seat)
}

interface SlotSearch {
  readonly time: number
  readonly length: number
  /** The slots before belong to the past. */
  readonly lastSlot: number
  /** No slot that begins before. */
  readonly notBefore: number
  readonly isOurs: (slot: number) => boolean
}

// Two tables of 50 and 51 instances meet once in 2,550 slots.
const furthest = 3_000

/** The slot in which a call may leave that has so many others of ours before it, and when: at `time` or later. */
export function findSlot(search: SlotSearch, ahead = 0): { readonly slot: number; readonly at: number } {
  const { time, length, notBefore, lastSlot, isOurs } = search
  let slot = Math.max(lastSlot + 1, Math.ceil(notBefore / length), Math.floor(time / length))
  // Too late for the one that has begun.
  if (time - slot * length >= Math.min(openMs, length)) slot += 1
  let before = ahead
  for (const end = slot + furthest; slot < end; slot += 1) {
    if (!isOurs(slot)) continue
    if (before === 0) break
    before -= 1
  }
  return { slot, at: Math.max(time, slot * length) }
}
