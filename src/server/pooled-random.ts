import { randomBytes } from 'node:crypto'

// Some hundred nonces: to ask the kernel for one costs more than to seal with it.
const poolBytes = 4_096

/**
 * Random bytes, no byte given twice; asked of the kernel many at a time, as node:crypto does for its UUIDs. Not for a
 * process that is copied while it runs: the copies would give the same.
 */
export function createPooledRandom(fetchBytes: (size: number) => Uint8Array = randomBytes) {
  let pool: Uint8Array = new Uint8Array()
  let used = 0
  return (size: number): Uint8Array => {
    if (used + size > pool.length) {
      // A new one each time: what was given is a part of the old one.
      pool = fetchBytes(Math.max(poolBytes, size))
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}
