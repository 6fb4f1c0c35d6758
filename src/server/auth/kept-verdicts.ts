import { LRUCache } from 'lru-cache'
import type { Upstream } from '../cases-gateway.ts'
import { succeed } from '../result.ts'

interface KeepSettings<Verdict> {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly keepMs: (verdict: Verdict) => number
}

// Some thousands of agents with some contacts each.
const mostVerdicts = 20_000

/**
 * Remembers verdicts, each for as long as it says, and asks one question at a time under a key: whoever asks
 * meanwhile shares it, so it must not end with any one of them. That nothing could be learned is not kept.
 */
export function createKeptVerdicts<Verdict extends object | string>({ now, keepMs }: KeepSettings<Verdict>) {
  const kept = new LRUCache<string, Verdict>({ max: mostVerdicts, perf: { now }, ttlResolution: 0 })
  const underWay = new Map<string, Upstream<Verdict>>()

  const learn = async (key: string, ask: () => Upstream<Verdict>): Upstream<Verdict> => {
    try {
      const verdict = await ask()
      if (verdict.ok) kept.set(key, verdict.value, { ttl: keepMs(verdict.value) })
      return verdict
    } finally {
      underWay.delete(key)
    }
  }

  return async (key: readonly string[], ask: () => Upstream<Verdict>): Upstream<Verdict> => {
    const name = JSON.stringify(key)
    const verdict = kept.get(name)
    if (verdict !== undefined) return succeed(verdict)
    const asking = underWay.get(name) ?? learn(name, ask)
    underWay.set(name, asking)
    return asking
  }
}
