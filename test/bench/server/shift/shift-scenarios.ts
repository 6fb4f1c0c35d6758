import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure } from '../../../support/figure.ts'
import { startRedis } from '../../../support/redis-server.ts'
import { runShift, type ShiftOptions } from './run-shift.ts'
import { shiftFigures } from './shift-figures.ts'

type Scenario = () => Promise<readonly Figure[]>
type SameForAll = Pick<ShiftOptions, 'agents' | 'contactEverySeconds' | 'minutes' | 'seed'>

const instances = 3
const awayMs = 10_000

/** The same shift on one instance, on three that share a store, and on three whose store is killed in the middle. */
export function shiftScenarios(settings: SameForAll): Readonly<Record<string, Scenario>> {
  return {
    'shift, one instance': async () => shiftFigures(await runShift({ ...settings, instances: 1, env: {} })),
    'shift, three instances': () => sharedShift(settings, false),
    'shift, three instances whose Redis is killed': () => sharedShift(settings, true),
  }
}

async function sharedShift(settings: SameForAll, isKilled: boolean): Promise<readonly Figure[]> {
  const redis = await startRedis()
  const env = { STORE: redis.url, SEAL_KEYS: `a:${randomBytes(32).toString('base64')}` }
  const atHalf = async () => {
    await redis.kill()
    await sleep(awayMs)
    await redis.restart()
  }
  try {
    return shiftFigures(await runShift({ ...settings, instances, env, ...(isKilled && { atHalf }) }))
  } finally {
    await redis.close()
  }
}
