import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createGateway, type GatewaySettings } from './connect-cases-gateway.ts'
import { createCursors } from './cursor.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  readonly deadlineMs: number
  readonly log: Log
  readonly isReady: () => boolean
}

// A request has at most a token of 13,000 characters and an ARN, written in JSON's longest way six times as long.
const bodyBytes = 100_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp({ gateway, deadlineMs, log, isReady }: ServerAppSettings): Hono<AppEnv> {
  return createApp({
    gateway: createGateway(gateway),
    cursors: createCursors({ key: randomBytes(32), randomBytes }),
    log,
    now: () => performance.now(),
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes },
    isReady,
  })
}
