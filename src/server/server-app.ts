import { randomBytes, randomUUID } from 'node:crypto'
import { metrics, trace } from '@opentelemetry/api'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createGateway, type GatewaySettings } from './connect-cases-gateway.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import type { Quotas } from './quota/account-quotas.ts'
import { processClock } from './quota/clock.ts'
import { createSchedules } from './quota/schedules.ts'
import type { Readiness } from './readiness.ts'
import { createSeals } from './seal.ts'
import { shareAnswers } from './shared-answers/share-answers.ts'
import { observeGateway } from './telemetry/observe-gateway.ts'
import { createTelemetry } from './telemetry/telemetry.ts'

const ourName = 'connect-contact-cases'

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  readonly deadlineMs: number
  readonly quotas: Quotas
  readonly rowFields: readonly string[]
  readonly allowedOrigins: readonly string[]
  readonly log: Log
  readonly readiness: Readiness
}

// A request has at most a token of 13,000 characters and ten ids of 500, in JSON's longest way six times as long.
const bodyBytes = 120_000

// Details come without labels rather than a second late.
const labelsMs = 1_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp(settings: ServerAppSettings): Hono<AppEnv> {
  const { gateway, deadlineMs, quotas, readiness, ...rest } = settings
  const { now } = processClock
  // OpenTelemetry's own registry: empty, and so without effect, unless otlp-export.ts has filled it.
  const [tracer, meter] = [trace.getTracer(ourName), metrics.getMeter(ourName)]
  const telemetry = createTelemetry({ tracer, meter, now })
  const service = createGateway(gateway, createSchedules(quotas, processClock))
  return createApp({
    ...rest,
    // Shared outside, observed inside: what is counted are questions to the service, not to its memory.
    gateway: shareAnswers(observeGateway(service, { telemetry, onOutcome: readiness.heard }), now),
    seals: createSeals({ key: randomBytes(32), randomBytes }),
    now,
    telemetry,
    readiness,
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes, labelsMs },
  })
}
