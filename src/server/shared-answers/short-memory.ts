import { LRUCache } from 'lru-cache'

/** Values that serve for a while, and soon after that are in memory no more. */
export interface ShortMemory<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
  /** How many there are, those included that have just become too old. */
  size(): number
}

interface MemorySettings {
  readonly most: number
  readonly keepMs: number
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

const sweepMs = 1_000

/**
 * Keeps so many values, each for so long. One timer sweeps out what is too old, while there is anything: a timer for each
 * value, as LRUCache's `ttlAutopurge` sets, costs more than the rest of keeping it.
 */
export function createShortMemory<Value extends object>({ most, keepMs, now }: MemorySettings): ShortMemory<Value> {
  const kept = new LRUCache<string, Value>({ max: most, ttl: keepMs, perf: { now }, ttlResolution: 0 })
  let isSweeping = false

  function sweepLater(): void {
    if (isSweeping) return
    isSweeping = true
    setTimeout(() => {
      isSweeping = false
      kept.purgeStale()
      if (kept.size > 0) sweepLater()
    }, sweepMs).unref()
  }

  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.set(key, value)
      sweepLater()
    },
    delete: (key) => void kept.delete(key),
    size: () => kept.size,
  }
}
