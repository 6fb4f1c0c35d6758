import type { Ledger } from './ledger.ts'

// Who takes part. An instance that loses the store goes on in slots of its own, by the clock; nobody can tell it
// anything then. So everything here keeps one promise: what an instance may do when it is cut off is reserved for it.
//
// - An instance that is silent for `silentAfterMs` may be cut off. From then on all calls leave in slots, and nobody is
//   given one of its. It starts to use them only when the store must have noticed: see standing.ts.
// - Which slots are whose depends on how many seats there are. When that changes, both numbers count until everybody has
//   said to know of both, for a slot is an instance's own only by all the tables that it knows: one that knows the old
//   one and one that knows the new one are never cut off together.
// - A store that starts again has forgotten who there was. What is in it from before is not believed, for the last that
//   was written may be missing. The first that comes back says how many seats there were, and all of them are kept.
//   Newcomers alone wait for `countingMs`, longer than anybody takes to come back.
//
// A silent instance is forgotten after minutes, for most are dead. One that is cut off alone for longer, while the others
// see the store, would call beside them.

/** When an instance that says nothing may be on its own. */
export const silentAfterMs = 750
const forgottenAfterMs = 5 * 60_000
/** How long newcomers wait before they count themselves. */
export const countingMs = 3_000

/** Who comes, and what was said to it last. */
export interface Visitor {
  readonly id: string
  readonly seat: number | null
  readonly tables: readonly number[]
}

/** Enters the visitor, settles who is cut off, and gives seats to those who have none. */
export function enter(ledger: Ledger, visitor: Visitor, now: number): void {
  settleSilence(ledger, now) // first as it was before the visit: whoever comes back was away until now
  const known = ledger.members[visitor.id]
  if (known === undefined) welcome(ledger, visitor, now)
  else {
    if (now - known.seenAt >= silentAfterMs) known.hereSince = now
    Object.assign(known, { seenAt: now, tables: visitor.tables })
  }
  settleSilence(ledger, now)
  settleTables(ledger, now)
}

/** The seats whose instances ask the store, and use none of their slots by themselves, with the time since when. */
export function seatsHere({ members }: Ledger, now: number): { readonly seat: number; readonly since: number }[] {
  return Object.values(members).flatMap(({ seat, seenAt, hereSince }) =>
    seat !== null && now - seenAt < silentAfterMs ? [{ seat, since: hereSince }] : [],
  )
}

function settleSilence(ledger: Ledger, now: number): void {
  for (const [id, { seenAt }] of Object.entries(ledger.members)) {
    if (now - seenAt >= forgottenAfterMs) delete ledger.members[id]
  }
  for (const [seat, until] of Object.entries(ledger.reserved)) {
    if (now >= until) delete ledger.reserved[seat]
  }
  const silentSince = Object.values(ledger.members)
    .filter(({ seat, seenAt }) => seat !== null && now - seenAt >= silentAfterMs)
    .map(({ seenAt }) => seenAt + silentAfterMs)
  if (Object.keys(ledger.reserved).length > 0) silentSince.push(ledger.bornAt)
  if (silentSince.length > 0) {
    ledger.apartSince ??= Math.min(...silentSince)
  } else if (ledger.apartSince !== null) {
    ledger.apartSince = null
    ledger.wholeSince = now
  }
}

function welcome(ledger: Ledger, { id, seat, tables }: Visitor, now: number): void {
  const taken = new Set(Object.values(ledger.members).map((each) => each.seat))
  const isKept = seat !== null && !taken.has(seat) && tables.length > 0
  if (isKept && (ledger.tables.length === 0 || Object.keys(ledger.reserved).length > 0)) {
    const all = [...new Set([...ledger.tables, ...tables])].sort((one, other) => one - other)
    for (let each = Math.max(0, ...ledger.tables); each < Math.max(...all); each += 1) {
      ledger.reserved[each] = now + forgottenAfterMs
    }
    ledger.tables = all
  }
  const hasSeat = isKept && seat < Math.max(...ledger.tables)
  if (hasSeat) delete ledger.reserved[seat]
  // It may have called by itself until now, also where it had been forgotten.
  if (seat !== null) ledger.wholeSince = now
  ledger.members[id] = { seat: hasSeat ? seat : null, seenAt: now, hereSince: now, tables: [...tables] }
}

function settleTables(ledger: Ledger, now: number): void {
  const members = Object.values(ledger.members)
  if (ledger.tables.length === 0 && now - ledger.bornAt >= countingMs) ledger.tables = [members.length]
  if (ledger.tables.length > 1 && ledger.apartSince === null) {
    const known = JSON.stringify(ledger.tables)
    const isKnownToAll = members.every((each) => each.seat === null || JSON.stringify(each.tables) === known)
    if (isKnownToAll) ledger.tables = ledger.tables.slice(-1)
  }
  const [seats, ...others] = ledger.tables
  if (seats === undefined || others.length > 0) return
  const taken = new Set([...members.map(({ seat }) => seat), ...Object.keys(ledger.reserved).map(Number)])
  const free = Array.from({ length: seats }, (_, seat) => seat).filter((seat) => !taken.has(seat))
  for (const each of members) each.seat ??= free.shift() ?? null
  const highest = Math.max(...members.map(({ seat }) => seat ?? -1), ...Object.keys(ledger.reserved).map(Number))
  const needed = Math.max(1, highest + 1 + members.filter(({ seat }) => seat === null).length)
  if (needed !== seats && ledger.apartSince === null) ledger.tables = [seats, needed]
}
