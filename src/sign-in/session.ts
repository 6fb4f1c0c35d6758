import type { Grant, ProviderAnswer } from './provider.ts'

/** Time, as sessions need it. */
export interface SessionClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs it later; returns its undo. */
  after(ms: number, run: () => void): () => void
}

interface SessionOptions {
  readonly clock: SessionClock
  readonly renew: (grant: Grant) => Promise<ProviderAnswer<Grant>>
  /** The session is over and cannot be renewed. */
  readonly onLost: () => void
}

/** One person's tokens, renewed shortly before they expire. */
export interface Session {
  /** The access token to ask with; null: the session is over. May take as long as the provider is away. */
  token(): Promise<string | null>
  /** The token after this one, which was refused. */
  tokenAfter(refused: string): Promise<string | null>
  /** Forgets the tokens; returns them one last time, to be revoked. */
  end(): Grant | null
}

// Renewal takes a moment, and the server's clock may be ahead of ours.
const longestMarginMs = 60_000
const shortestRetryMs = 1_000
// A computer that wakes up finds its token expired before it finds the network again.
const wakingMs = 60_000
// Longer timers fire at once (HTML, "timer initialization steps").
const longestTimerMs = 2 ** 31 - 1

export function createSession(first: Grant, { clock, renew, onLost }: SessionOptions): Session {
  let grant: Grant | null = first
  let renewing: Promise<void> | null = null
  let cancel = () => {}

  function end(): Grant | null {
    cancel()
    const last = grant
    grant = null
    return last
  }

  function renewIn(ms: number): void {
    cancel()
    cancel = clock.after(Math.min(ms, longestTimerMs), () => void renewOnce())
  }

  /** One renewal at a time, whoever asks. */
  function renewOnce(): Promise<void> {
    renewing ??= renewNow().finally(() => {
      renewing = null
    })
    return renewing
  }

  async function renewNow(): Promise<void> {
    const startedAt = clock.now()
    while (grant !== null) {
      const before = grant
      const answer = await renew(before)
      if (grant === null) return
      if (answer.ok && answer.value.subject === before.subject) return keep(answer.value)
      const isAway = !answer.ok && answer.problem.code === 'unreachable'
      const left = leftOf(before, clock)
      // A provider that is away for a moment ends nothing while the token is good, nor just after.
      if (isAway && left > 0) return renewIn(Math.max(left / 2, shortestRetryMs))
      if (!isAway || clock.now() - startedAt >= wakingMs) {
        end()
        return onLost()
      }
      await new Promise<void>((resolve) => clock.after(shortestRetryMs, resolve))
    }
  }

  function keep(next: Grant): void {
    grant = next
    const lifetime = leftOf(next, clock)
    if (lifetime !== Number.POSITIVE_INFINITY) renewIn(lifetime - Math.min(longestMarginMs, lifetime / 4))
  }

  keep(first)
  return {
    async token() {
      if (grant !== null && leftOf(grant, clock) <= 0) await renewOnce()
      return grant?.accessToken ?? null
    },
    async tokenAfter(refused) {
      if (grant?.accessToken === refused) await renewOnce()
      return grant === null || grant.accessToken === refused ? null : grant.accessToken
    },
    end,
  }
}

function leftOf({ expiresAt }: Grant, { now }: SessionClock): number {
  return expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt - now()
}
