import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import type { AuthSettings } from './auth/auth-settings.ts'
import { createConnectGateway } from './auth/connect-sdk-gateway.ts'
import { type Auth, createAuth, noAuth } from './auth/create-auth.ts'
import { createGateway } from './connect-cases-gateway.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import type { GatewaySettings } from './sdk-client.ts'
import { createSeals } from './seal.ts'

interface SignIn {
  readonly settings: AuthSettings
  readonly connect: GatewaySettings
}

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  /** null: nobody signs in, and whoever reaches the server sees every case. */
  readonly auth: SignIn | null
  readonly deadlineMs: number
  readonly rowFields: readonly string[]
  readonly log: Log
  readonly isReady: () => boolean
}

// A request has at most a token of 13,000 characters and ten ids of 500, in JSON's longest way six times as long.
const bodyBytes = 120_000

// Details come without labels rather than a second late.
const labelsMs = 1_000

// Tokens with made-up key ids must not make the issuer busy; a rotation shows a second late at most.
const cooldownMs = 1_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp({
  gateway,
  auth,
  deadlineMs,
  rowFields,
  log,
  isReady,
}: ServerAppSettings): Hono<AppEnv> {
  return createApp({
    gateway: createGateway(gateway),
    auth: auth === null ? noAuth : signInOf(auth, deadlineMs),
    seals: createSeals({ key: randomBytes(32), randomBytes }),
    rowFields,
    log,
    now,
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes, labelsMs },
    isReady,
  })
}

function signInOf({ settings, connect }: SignIn, deadlineMs: number): Auth {
  const gateway = createConnectGateway(connect)
  return createAuth({ settings, connect: gateway, fetch, time: Date.now, now, deadlineMs, cooldownMs })
}

function now(): number {
  return performance.now()
}
