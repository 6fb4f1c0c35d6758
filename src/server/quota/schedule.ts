import type { Asker } from '../asker.ts'
import type { CallBudget, Leave } from './call-budget.ts'
import type { Clock } from './clock.ts'
import { createPromisedWaits } from './promised-waits.ts'
import { isSpareOnly, type Urgency } from './urgency.ts'

/** What became of the wish to call. */
export type Turn =
  | { readonly kind: 'go'; readonly slot: Slot }
  /** It would have come too late. */
  | { readonly kind: 'later'; readonly waitMs: number }
  /** The asker's signal aborted first. */
  | { readonly kind: 'gone' }

/** Leave to make one call; `done` when it is answered or given up, or nobody else may go. */
export interface Slot {
  /** With a time to wait: the service throttled the call, so all are to wait. */
  done(throttledForMs?: number): void
}

export type Schedule = (asker: Asker) => Promise<Turn>

interface ScheduleDeps {
  readonly budget: CallBudget
  readonly clock: Clock
  readonly mostWaiting: number
}

interface Waiting {
  readonly asker: Asker
  readonly settle: (turn: Turn) => void
}

/**
 * Lets calls leave as the budget allows: the more urgent first, in one class who came first. Who cannot leave in time is
 * told at once how long to wait, also when that is because someone more urgent came. So nobody waits in vain. A refresh
 * that nobody asked for never waits: it goes at once where enough is left to others, or not at all.
 */
export function createSchedule({ budget, clock, mostWaiting }: ScheduleDeps): Schedule {
  const promiseWait = createPromisedWaits(budget.intervalMs)
  const waiting = new Set<Waiting>() // in the order they came
  let cancelTimer = () => {}

  /** The sort keeps the order of arrival. Urgency is read anew each time: someone may have joined. */
  const inOrder = () => [...waiting].sort((one, other) => one.asker.urgency - other.asker.urgency)

  function advance(): void {
    cancelTimer()
    const now = clock.now()
    let ahead = 0
    for (const { asker, settle } of inOrder()) {
      const isSpare = isSpareOnly(asker.urgency)
      const turnAt = Math.max(now, budget.freeAt(now, ahead, isSpare))
      const isTooLate = turnAt > (isSpare ? now : asker.startBy) || ahead === mostWaiting
      const leave = isTooLate || turnAt > now ? null : budget.leave(now)
      if (leave !== null) settle({ kind: 'go', slot: createSlot(leave) })
      else if (isTooLate || asker.startBy <= now) {
        settle({ kind: 'later', waitMs: promiseWait(asker.urgency, turnAt, now) })
      } else ahead += 1
    }
    wakeUp(now)
    budget.expect(urgencies, advance)
  }

  const urgencies = (): Urgency[] => inOrder().map(({ asker }) => asker.urgency)

  /** At the next turn, or where answers are late, when the first patience ends. */
  function wakeUp(now: number): void {
    cancelTimer = () => {}
    if (waiting.size === 0) return
    const startBys = [...waiting].map(({ asker }) => asker.startBy)
    const freeAt = budget.freeAt(now, 0)
    // What is free and could not be had is asked for: the budget calls back.
    const times = freeAt > now ? [freeAt, ...startBys] : startBys
    cancelTimer = clock.after(Math.min(...times) - now, advance)
  }

  function createSlot(leave: Leave): Slot {
    return {
      done(throttledForMs) {
        leave.answered(clock.now(), throttledForMs)
        // An answer makes no turn sooner than was expected, a throttled call makes all later.
        if (throttledForMs !== undefined) advance()
      },
    }
  }

  return (asker) =>
    new Promise((resolve) => {
      if (asker.signal.aborted) return resolve({ kind: 'gone' })
      const leave = () => {
        entry.settle({ kind: 'gone' })
        advance()
      }
      const entry: Waiting = {
        asker,
        settle(turn) {
          waiting.delete(entry)
          asker.signal.removeEventListener('abort', leave)
          resolve(turn)
        },
      }
      waiting.add(entry)
      advance()
      if (waiting.has(entry)) asker.signal.addEventListener('abort', leave, { once: true })
    })
}
