import type { Clock } from '../quota/clock.ts'
import { succeed } from '../result.ts'
import { commandMs, type LedgerStore } from './ledger-store.ts'
import type { Returned, Turns, Want } from './line.ts'
import { silentAfterMs } from './seats.ts'
import { lateMs } from './slots.ts'
import { leaveLedger, type Visit, visitLedger } from './visit.ts'

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

// Twice more often than silence would be noticed.
const visitEveryMs = 250
// From the moment it was read, a page may be written for so long.
const writeWithinMs = 200
// When many write at once. Nothing is lost: the next visit says it all again.
const mostTries = 20

/**
 * Visits the ledger: at once when somebody waits, and often enough to count as here. A visit reads the page, writes what
 * it comes to, and begins again where another was faster.
 *
 * Where the store does not answer, the last visit may still be written, within `writeWithinMs` of the store's clock.
 * `silentAfterMs` after that everybody's calls leave in slots, and those that left before have reached the service after
 * `lateMs`: then our own slots are safe to use. They are no longer from the moment that a visit may be written again.
 */
export function createDesk({ store, clock, instance, onStanding }: DeskDeps): Desk {
  const customers = new Set<Customer>()
  let returned: Returned[] = []
  let place: Pick<Visit['visitor'], 'seat' | 'tables'> = { seat: null, tables: [] }
  let standing: Standing = { kind: 'returning', slotsFrom: clock.now() }
  let wasHere: boolean | null = null
  let cancelTimer = () => {}
  let underWay: Promise<void> | null = null
  let isHurried = false
  let isStopped = false

  function stand(next: Standing): void {
    const isNew = standing.kind !== next.kind
    standing = next
    if (!isNew || next.kind === 'returning') return
    const isHere = next.kind === 'here'
    if (isHere !== wasHere) onStanding(isHere)
    wasHere = isHere
    for (const customer of customers) customer.reconsider()
  }

  const lose = () =>
    stand({ kind: 'away', slotsFrom: clock.now() + writeWithinMs + silentAfterMs + lateMs })

  async function converse(): Promise<void> {
    let read = await store.read()
    if (!read.ok && standing.kind !== 'away') lose()
    for (let tries = 0; read.ok && tries < mostTries; tries += 1) {
      const before = standing
      if (before.kind === 'away') stand({ ...before, kind: 'returning' })
      const [given, asking] = [[...returned], wishes()]
      const visit = { visitor: { id: instance, ...place }, returned: given, wants: asking.map(({ want }) => want) }
      const { text, answer } = visitLedger(read.value, visit)
      const sentAt = clock.now()
      const written = await store.replace(read.value, text, read.value.now + writeWithinMs)
      if (!written.ok) return lose()
      if (written.value.kept) {
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
        return
      }
      stand(before)
      read = succeed(written.value.page)
    }
  }

  function wishes() {
    return [...customers].flatMap((customer) => {
      const want = customer.want()
      return want === null ? [] : [{ customer, want }]
    })
  }

  function visit(): void {
    if (isStopped || underWay !== null) return
    cancelTimer()
    isHurried = false
    underWay = converse().finally(() => {
      underWay = null
      if (isHurried && standing.kind === 'here') visit()
      else if (!isStopped) cancelTimer = clock.after(visitEveryMs, visit)
    })
  }

  function hurry(): void {
    isHurried = true
    if (standing.kind === 'here') queueMicrotask(visit) // all that wait by then come along
  }

  async function takeLeave(): Promise<void> {
    let read = await store.read()
    for (let tries = 0; read.ok && tries < mostTries; tries += 1) {
      const text = leaveLedger(read.value, instance, returned)
      const written = await store.replace(read.value, text, read.value.now + writeWithinMs)
      if (!written.ok || written.value.kept) return
      read = succeed(written.value.page)
    }
  }

  visit()
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
      isStopped = true
      cancelTimer()
      await underWay
      await takeLeave()
    },
  }
}
