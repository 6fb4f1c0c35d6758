import { seededRandom } from './seeded-random.ts'
import type { Latency, Switches } from './switches-schema.ts'

/** How many milliseconds the next call of the operation waits for its answer. */
export type DrawLatency = (operation: string) => number

/** An operation's own latency is before that of all, which is named `*`. */
export function createLatency(latencies: Switches['latency']): DrawLatency {
  const draws = new Map(Object.entries(latencies).map(([operation, latency]) => [operation, drawOf(latency)]))
  return (operation) => (draws.get(operation) ?? draws.get('*'))?.() ?? 0
}

function drawOf(latency: Latency): () => number {
  if (latency.kind === 'fixed') return () => latency.ms
  const random = seededRandom(latency.seed)
  if (latency.kind === 'uniform') return () => latency.minMs + random() * (latency.maxMs - latency.minMs)
  const { medianMs, p99Ms } = latency
  const sigma = Math.log(p99Ms / medianMs) / standardP99
  return () => medianMs * Math.exp(sigma * standardNormal(random))
}

// The 99th percentile of the standard normal distribution.
const standardP99 = 2.3263478740408408

/** By Box and Muller. */
function standardNormal(random: () => number): number {
  // 1 − u, for the logarithm of 0 is no number.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
