import type { LedgerStore, Written } from '../ledger/ledger-store.ts'
import type { Page } from '../ledger/visit.ts'
import type { Clock } from '../quota/clock.ts'
import { fail, type Result, succeed } from '../result.ts'
import { commandMs } from '../store/store.ts'

/** `hanging`: nothing is answered in time, and some is done late; `slow`: everything takes almost too long. */
export type Fault = 'none' | 'away' | 'hanging' | 'slow'

/** How one instance gets to the store; `dead`: it never hears of it again. */
export interface Reach {
  fault: Fault | 'dead'
}

/** A store that can go away, hang and forget. `time` is its own clock. */
export function createSimulatedStore(clock: Clock, time: () => number) {
  const all: Reach = { fault: 'none' }
  let run = 0
  let text: string | null = null
  const page = (): Page => ({ run: `run-${run}`, now: time(), text })

  function write(read: Page, next: string, notAfter: number): Written {
    const kept = read.text === text && read.run === `run-${run}` && time() <= notAfter
    if (kept) text = next
    return { kept, page: page() }
  }

  function command<Reply>(reach: Reach, work: () => Reply): Promise<Result<Reply, 'away'>> {
    const fault = all.fault === 'none' ? reach.fault : all.fault
    return new Promise((resolve) => {
      if (reach.fault === 'dead') return
      if (fault === 'away') return resolve(fail('away'))
      const [thereMs, backMs] = { none: [1, 1], slow: [30, 120], hanging: [90, 3_000], dead: [0, 0] }[fault] as [
        number,
        number,
      ]
      const giveUp = clock.after(commandMs, () => resolve(fail('away')))
      clock.after(thereMs, () => {
        const reply = work()
        clock.after(backMs, () => {
          giveUp()
          resolve(succeed(reply))
        })
      })
    })
  }

  return {
    from: (reach: Reach): LedgerStore => ({
      read: () => command(reach, page),
      replace: (read, next, notAfter) => command(reach, () => write(read, next, notAfter)),
    }),
    set(fault: Fault) {
      all.fault = fault
    },
    /** It loses what it holds; where it restarts, all know that it did. */
    forget(restarts: boolean) {
      text = null
      if (restarts) run += 1
    },
  }
}
