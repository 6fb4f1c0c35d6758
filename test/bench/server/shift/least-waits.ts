import { accountQuotas } from '../../../../src/server/quota/account-quotas.ts'
import { createRandom } from '../../../../src/simulator/desk/random.ts'
import { percentile } from '../percentile.ts'

const { rate, burst } = accountQuotas.ListCasesForContact
const intervalMs = 1_000 / rate

/**
 * How long contacts wait if each costs one call at the moment it rings, and nothing else is ever asked: what nobody can
 * do better with this quota, as a queue of one server with a burst (M/D/1). Times are milliseconds, in their order.
 */
export function leastWaits(ringsAt: readonly number[]): readonly number[] {
  let fullAt = Number.NEGATIVE_INFINITY // GCRA, as call-budget.ts has it
  return ringsAt.map((at) => {
    const leavesAt = Math.max(at, fullAt - intervalMs * (burst - 1))
    fullAt = Math.max(fullAt, leavesAt) + intervalMs
    return leavesAt - at
  })
}

const dayMs = 24 * 3_600_000

/** The p95 of these waits in a long time, where so many agents get a contact as often, one independent of the other. */
export function leastP95(agents: number, contactEverySeconds: number): number {
  const random = createRandom(1)
  const meanGapMs = (contactEverySeconds * 1_000) / agents
  const gap = () => -Math.log(1 - random()) * meanGapMs
  const ringsAt: number[] = []
  for (let at = gap(); at < dayMs; at += gap()) ringsAt.push(at)
  return percentile(leastWaits(ringsAt), 0.95)
}
