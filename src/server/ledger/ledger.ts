import { z } from 'zod'
import { parseJson } from '../parse-json.ts'

// What all instances share, as JSON in the store. Times are milliseconds of the store's own clock, so that those of the
// instances do not matter.

const line = z.object({
  /** The bucket's theoretical arrival time, as call-budget.ts has it. */
  fullAt: z.number(),
  /** Calls under way, and when each counts as answered although nobody said so: its instance may be gone. */
  leases: z.record(z.string(), z.number()),
  /** Nobody calls before: the service throttled. */
  heldUntil: z.number(),
  /** The last slot in which a call left, while calls leave in slots. */
  lastSlot: z.number(),
  /** How many wait at each instance, by their urgency, and until when that is believed. */
  waiting: z.record(z.string(), z.object({ counts: z.array(z.int().min(0)).length(8), until: z.number() })),
})

/** What is known of the calls of one operation. */
export type Line = z.infer<typeof line>

const member = z.object({
  /** Which of the slots are its own when it is cut off; null: none. */
  seat: z.int().min(0).nullable(),
  seenAt: z.number(),
  /** Since when it has come without a pause. */
  hereSince: z.number(),
  /** The tables that it has heard of; see seats.ts. */
  tables: z.array(z.int().min(1)),
})

const ledger = z.object({
  /** The run of the store that this was begun in: another may have lost the last that was written. */
  run: z.string(),
  bornAt: z.number(),
  members: z.record(z.string(), member),
  /** Seats of instances that this store has not seen yet, and until when they are kept. */
  reserved: z.record(z.string(), z.number()),
  /** How many seats there are; two numbers while that changes; none before the first instances are counted. */
  tables: z.array(z.int().min(1)),
  /** Since when somebody is cut off, and so all calls leave in slots; null: nobody is. */
  apartSince: z.number().nullable(),
  /** Since when calls leave by the whole bucket, which was empty then. */
  wholeSince: z.number(),
  lines: z.record(z.string(), line),
})

/** The one schedule of all instances. */
export type Ledger = z.infer<typeof ledger>

/** The ledger of this run of the store; a new one where it has none that can be read. */
export function openLedger(text: string | null, run: string, now: number): Ledger {
  const parsed = ledger.safeParse(parseJson(text))
  if (parsed.success && parsed.data.run === run) return parsed.data
  return { run, bornAt: now, members: {}, reserved: {}, tables: [], apartSince: null, wholeSince: now, lines: {} }
}
