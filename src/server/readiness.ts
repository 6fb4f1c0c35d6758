import type { UpstreamCode } from './upstream-problem.ts'

/** Whether more requests are welcome, and if not, why. */
export type ReadyState =
  /** `store`: it is away, and this instance goes on with its share of the quotas. */
  | { readonly status: 'ok'; readonly store?: 'away' }
  | { readonly status: 'stopping' }
  /** It was never seen, and so nobody knows which share of the quotas is this instance's. */
  | { readonly status: 'store_unknown' }
  /** A service takes the server's credentials no more. */
  | { readonly status: 'upstream_denied'; readonly sinceSeconds: number }

/** Knows whether the server is ready. */
export interface Readiness {
  read(): ReadyState
  stop(): void
  /** Hears what came of a question to a service. */
  heard(service: string, outcome: UpstreamCode | 'ok'): void
  /** Hears of what several instances share. */
  storeIs(place: 'here' | 'away'): void
}

// Shorter, and credentials that are just being replaced would take the server away.
const patienceMs = 10_000
// A server that nobody sends requests to asks nothing, and would never hear that its credentials are good again.
const forgottenMs = 60_000

// Those say nothing of the credentials: nobody has looked at them.
const silent: ReadonlySet<string> = new Set(['upstream_timeout', 'upstream_unavailable', 'upstream_failed'])

/** Ready until it stops, or while the service denies everything. `now`: milliseconds on a clock that never goes back. */
export function createReadiness({ now }: { readonly now: () => number }): Readiness {
  let isStopping = false
  let store: 'here' | 'away' | 'unknown' = 'here'
  let wasHere = false
  // Of each service: that one takes the credentials says nothing of another.
  const denied = new Map<string, { readonly first: number; readonly last: number }>()
  const deniedForLong = () =>
    [...denied.values()].find(({ first, last }) => last - first >= patienceMs && now() - last <= forgottenMs)

  return {
    read() {
      if (isStopping) return { status: 'stopping' }
      if (store === 'unknown') return { status: 'store_unknown' }
      const since = deniedForLong()?.first
      if (since === undefined) return { status: 'ok', ...(store === 'away' && { store }) }
      return { status: 'upstream_denied', sinceSeconds: Math.floor((now() - since) / 1000) }
    },
    stop() {
      isStopping = true
    },
    storeIs(place) {
      wasHere ||= place === 'here'
      store = place === 'away' && !wasHere ? 'unknown' : place
    },
    heard(service, outcome) {
      if (outcome === 'upstream_denied') {
        denied.set(service, { first: denied.get(service)?.first ?? now(), last: now() })
      } else if (!silent.has(outcome)) denied.delete(service)
    },
  }
}
