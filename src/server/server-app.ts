import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createGateway, type GatewaySettings } from './connect-cases-gateway.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import { createSeals } from './seal.ts'

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  readonly deadlineMs: number
  readonly rowFields: readonly string[]
  readonly allowedOrigins: readonly string[]
  readonly log: Log
  readonly isReady: () => boolean
}

// A request has at most a token of 13,000 characters and ten ids of 500, in JSON's longest way six times as long.
const bodyBytes = 120_000

// Details come without labels rather than a second late.
const labelsMs = 1_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp(settings: ServerAppSettings): Hono<AppEnv> {
  const { gateway, deadlineMs, ...rest } = settings
  return createApp({
    ...rest,
    gateway: createGateway(gateway),
    seals: createSeals({ key: randomBytes(32), randomBytes }),
    now: () => performance.now(),
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes, labelsMs },
  })
}
