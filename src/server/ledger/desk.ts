import type { Clock } from '../quota/clock.ts'
import { commandMs } from '../store/store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { Returned, Turns, Want } from './line.ts'
import { rewrite, writeWithinMs } from './rewrite.ts'
import { createRounds } from './rounds.ts'
import { silentAfterMs } from './seats.ts'
import { lateMs } from './slots.ts'
import { type Answer, leaveLedger, type Visit, visitLedger } from './visit.ts'

/** How an instance stands with the store. */
export type Standing =
  | { readonly kind: 'here' }
  /** It may call in its own slots from that time on, on the clock that never goes back. */
  | { readonly kind: 'away'; readonly slotsFrom: number }
  /** A visit is on its way that may make it count as here: it calls by neither. */
  | { readonly kind: 'returning'; readonly slotsFrom: number }

/** One operation's wishes at the desk. */
export interface Customer {
  /** null: nobody waits. */
  want(): Want | null
  told(turns: Turns): void
  /** The standing changed. */
  reconsider(): void
}

/** An instance's place at the ledger that all share. */
export interface Desk {
  readonly standing: () => Standing
  readonly seat: () => { readonly seat: number | null; readonly tables: readonly number[] }
  readonly serve: (customer: Customer) => void
  readonly giveBack: (returned: Returned) => void
  /** Somebody waits who has not been told when. */
  readonly hurry: () => void
  /** The last visit, as far as the store is there. */
  readonly stop: () => Promise<void>
}

interface DeskDeps {
  readonly store: LedgerStore
  readonly clock: Clock
  /** Another for each process. */
  readonly instance: string
  readonly onStanding: (isHere: boolean) => void
}

interface Wish {
  readonly customer: Customer
  readonly want: Want
}

interface Visited {
  readonly given: readonly Returned[]
  readonly asking: readonly Wish[]
  readonly answer: Answer
  readonly sentAt: number
}

/**
 * Visits the ledger: at once when somebody waits, and often enough to count as here. A visit reads the page, writes what
 * it comes to, and begins again where another was faster.
 *
 * Where the store does not answer, the last visit may still be written, within `writeWithinMs` of the store's clock.
 * `silentAfterMs` after that everybody's calls leave in slots, and those that left before have reached the service after
 * `lateMs`: then our own slots are safe to use. They are not any longer from the moment that a visit may be written again.
 */
export function createDesk({ store, clock, instance, onStanding }: DeskDeps): Desk {
  const customers = new Set<Customer>()
  let returned: Returned[] = []
  let place: Pick<Visit['visitor'], 'seat' | 'tables'> = { seat: null, tables: [] }
  let standing: Standing = { kind: 'returning', slotsFrom: clock.now() }
  let wasHere: boolean | null = null

  function stand(next: Standing): void {
    const isNew = standing.kind !== next.kind
    standing = next
    if (!isNew || next.kind === 'returning') return
    const isHere = next.kind === 'here'
    if (isHere !== wasHere) onStanding(isHere)
    wasHere = isHere
    for (const customer of customers) customer.reconsider()
  }

  const lose = () => stand({ kind: 'away', slotsFrom: clock.now() + writeWithinMs + silentAfterMs + lateMs })

  async function visit(): Promise<void> {
    const before = standing
    const visited = await rewrite(store, (page) => {
      // From here on the visit may be written.
      if (before.kind === 'away') stand({ ...before, kind: 'returning' })
      const [given, asking] = [[...returned], wishesOf(customers)]
      const all = { visitor: { id: instance, ...place }, returned: given, wants: asking.map(({ want }) => want) }
      const { text, answer } = visitLedger(page, all)
      return { text, outcome: { given, asking, answer, sentAt: clock.now() } }
    })
    if (visited.ok) return learn(visited.value)
    if (visited.problem === 'busy') stand(before)
    else if (visited.problem === 'unwritten' || before.kind !== 'away') lose()
  }

  function learn({ given, asking, answer, sentAt }: Visited): void {
    returned = returned.filter((each) => !given.includes(each))
    place = { seat: answer.seat, tables: answer.tables }
    stand({ kind: 'here' })
    // Leave that comes late, because this process stood still, is none: it may be used no more.
    const isLate = clock.now() - sentAt > commandMs
    asking.forEach(({ customer, want }, at) => {
      const turns = answer.turns[at] ?? { leases: [], waitMs: 0, elsewhere: 0 }
      if (isLate) returned.push(...turns.leases.map((lease) => ({ ...want, lease, end: 'unused' }) as const))
      customer.told(isLate ? { ...turns, leases: [] } : turns)
    })
  }

  const { hurry, stop } = createRounds({ clock, visit, mayHurry: () => standing.kind === 'here' })
  return {
    standing: () => standing,
    seat: () => place,
    serve: (customer) => void customers.add(customer),
    giveBack(each) {
      returned.push(each)
      hurry()
    },
    hurry,
    async stop() {
      await stop()
      place = { seat: null, tables: [] } // its slots are the others' as soon as it has said goodbye
      await rewrite(store, (page) => ({ text: leaveLedger(page, instance, returned), outcome: null }))
    },
  }
}

function wishesOf(customers: Iterable<Customer>): Wish[] {
  return [...customers].flatMap((customer) => {
    const want = customer.want()
    return want === null ? [] : [{ customer, want }]
  })
}
