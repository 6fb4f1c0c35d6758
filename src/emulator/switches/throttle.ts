import { accountQuotas, type Quota } from './account-quotas.ts'
import type { Switches } from './switches-schema.ts'

/** Whether a call of the operation is within its quota; it counts as one of it if so. */
export type Throttle = (operation: string) => boolean

/** A token bucket for each operation that has a quota; `now` is milliseconds from any fixed moment. */
export function createThrottle(quotas: Switches['quotas'], now: () => number): Throttle {
  if (quotas === 'off') return () => true
  const limits = quotas === 'on' ? accountQuotas : { ...accountQuotas, ...quotas }
  const buckets = new Map<string, () => boolean>()
  for (const [operation, quota] of Object.entries(limits)) {
    if (quota !== 'off') buckets.set(operation, createBucket(quota, now))
  }
  return (operation) => buckets.get(operation)?.() ?? true
}

/** Full at first; takes one token a call, and gets `rate` of them back each second up to `burst`. */
function createBucket({ rate, burst }: Quota, now: () => number): () => boolean {
  let tokens = burst
  let filledAt = now()
  return () => {
    const time = now()
    tokens = Math.min(burst, tokens + ((time - filledAt) * rate) / 1_000)
    filledAt = time
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
