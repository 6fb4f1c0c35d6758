import type { CasesView, More, Refresh } from '../../cases/cases-view.ts'
import { retryAt } from '../../cases/retry-at.ts'

/** What a countdown on screen does when its time has come. */
export interface Wait {
  readonly until: number
  readonly then: 'press' | 'refresh'
}

/** The countdowns of a view, as the panel has them: for all that is missing, for what is next, and for a refresh. */
export function waitsOf(view: CasesView): readonly Wait[] {
  if (view.status === 'failed') return waitFor(view, 'press')
  if (view.status === 'loading') return []
  return [...waitFor(view.refresh, 'refresh'), ...(view.status === 'rows' ? waitFor(view.more, 'press') : [])]
}

function waitFor(part: More | Refresh, then: Wait['then']): readonly Wait[] {
  const until = part.status === 'failed' ? retryAt(part) : null
  return until === null ? [] : [{ until, then }]
}

/** Countdowns that are over, each once for as long as its contact is on screen. */
export function createElapsedWaits() {
  let done = new Set<string>()
  return {
    leave() {
      done = new Set()
    },
    take(view: CasesView, now: number): readonly Wait[] {
      const elapsed = waitsOf(view).filter(({ until, then }) => until <= now && !done.has(`${then} ${until}`))
      for (const { until, then } of elapsed) done.add(`${then} ${until}`)
      return elapsed
    },
  }
}
