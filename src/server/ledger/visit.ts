import { openLedger } from './ledger.ts'
import { type Returned, type Turns, takeBack, takeTurns, type Want } from './line.ts'
import { enter, type Visitor } from './seats.ts'

/** Everything an instance has to say, and to ask, at one moment. */
export interface Visit {
  readonly visitor: Visitor
  readonly returned: readonly Returned[]
  readonly wants: readonly Want[]
}

/** What it hears. */
export interface Answer {
  readonly seat: number | null
  readonly tables: readonly number[]
  /** Those of the wants, in their order. */
  readonly turns: readonly Turns[]
}

/** What the store holds at one moment of its clock. */
export interface Page {
  readonly run: string
  readonly now: number
  readonly text: string | null
}

/** The visit, as the ledger is after it, and what the visitor hears. */
export function visitLedger(
  { run, now, text }: Page,
  visit: Visit,
): { readonly text: string; readonly answer: Answer } {
  const ledger = openLedger(text, run, now)
  enter(ledger, visit.visitor, now)
  for (const each of visit.returned) takeBack(ledger, each, now)
  const turns = visit.wants.map((want) => takeTurns(ledger, visit.visitor.id, want, now))
  const seat = ledger.members[visit.visitor.id]?.seat ?? null
  return { text: JSON.stringify(ledger), answer: { seat, tables: ledger.tables, turns } }
}

/** The last visit: the seat is free for another. */
export function leaveLedger({ run, now, text }: Page, id: string, returned: readonly Returned[]): string {
  const ledger = openLedger(text, run, now)
  for (const each of returned) takeBack(ledger, each, now)
  delete ledger.members[id]
  for (const line of Object.values(ledger.lines)) delete line.waiting[id]
  return JSON.stringify(ledger)
}
