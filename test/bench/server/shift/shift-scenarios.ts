import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSettings } from '../../../../src/server/env.ts'
import type { Figure } from '../figure.ts'
import { startRedis } from './redis-process.ts'
import { runShift, type ShiftOptions } from './run-shift.ts'
import { shiftFigures } from './shift-figures.ts'

type Scenario = () => Promise<readonly Figure[]>
type SameForAll = Pick<ShiftOptions, 'agents' | 'handlingSeconds' | 'minutes' | 'seed'>

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
  if (!canShare()) {
    console.log('  skipped: the server has no setting STORE, and so its instances share nothing')
    return []
  }
  const redis = await startRedis()
  const env = { STORE: redis.url, SEAL_KEYS: `a:${randomBytes(32).toString('base64')}` }
  const atHalf = async () => {
    await redis.kill()
    await sleep(awayMs)
    await redis.comeBack()
  }
  const record = await runShift({ ...settings, instances, env, ...(isKilled && { atHalf }) })
  await redis.stop()
  return shiftFigures(record)
}

/** Whether the server knows the setting: what it does not know it does not refuse. */
function canShare(): boolean {
  return !readSettings({ AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1', STORE: 'no URL' }).ok
}
