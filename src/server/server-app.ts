import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createGateway, type GatewaySettings } from './connect-cases-gateway.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import type { Quotas } from './quota/account-quotas.ts'
import { processClock } from './quota/clock.ts'
import { createSchedules } from './quota/schedules.ts'
import { createSeals } from './seal.ts'
import { shareAnswers } from './shared-answers/share-answers.ts'

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  readonly deadlineMs: number
  readonly quotas: Quotas
  readonly rowFields: readonly string[]
  readonly log: Log
  readonly isReady: () => boolean
}

// A request has at most a token of 13,000 characters and ten ids of 500, in JSON's longest way six times as long.
const bodyBytes = 120_000

// Details come without labels rather than a second late.
const labelsMs = 1_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp(settings: ServerAppSettings): Hono<AppEnv> {
  const { deadlineMs, quotas, rowFields, log, isReady } = settings
  const gateway = createGateway(settings.gateway, createSchedules(quotas, processClock))
  return createApp({
    gateway: shareAnswers(gateway, processClock.now),
    seals: createSeals({ key: randomBytes(32), randomBytes }),
    rowFields,
    log,
    now: processClock.now,
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes, labelsMs },
    isReady,
  })
}
