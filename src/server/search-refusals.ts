import type { Store } from './store/store.ts'

/** Domains that do not let cases be searched by their id. */
export interface SearchRefusals {
  has(domainId: string): Promise<boolean>
  add(domainId: string): void
}

// One that takes the search by now is asked again the next day.
const rememberedMs = 24 * 60 * 60_000

/** Remembered by this instance, and with a store by all. */
export function createSearchRefusals(store?: Store): SearchRefusals {
  const known = new Set<string>()
  const keyOf = (domainId: string) => `search-refused:${domainId}`
  return {
    async has(domainId) {
      if (store === undefined || known.has(domainId)) return known.has(domainId)
      const reply = await store.run(`return redis.call('EXISTS', KEYS[1])`, [keyOf(domainId)])
      if (reply.ok && reply.value === 1) known.add(domainId)
      return known.has(domainId)
    },
    add(domainId) {
      known.add(domainId)
      const write = `redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) return 1`
      void store?.run(write, [keyOf(domainId)], [String(rememberedMs)])
    },
  }
}
