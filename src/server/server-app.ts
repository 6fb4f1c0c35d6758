import { randomBytes, randomUUID } from 'node:crypto'
import { metrics, trace } from '@opentelemetry/api'
import type { Hono } from 'hono'
import { createRoutes } from './app.ts'
import type { AuthSettings } from './auth/auth-settings.ts'
import { createConnectGateway } from './auth/connect-sdk-gateway.ts'
import { type Auth, createAuth, noAuth } from './auth/create-auth.ts'
import type { VerdictDeps } from './auth/kept-verdicts.ts'
import { createGateway } from './connect-cases-gateway.ts'
import type { Log } from './log.ts'
import { createPooledRandom } from './pooled-random.ts'
import type { AppEnv } from './problem-answer.ts'
import type { Quotas } from './quota/account-quotas.ts'
import { processClock } from './quota/clock.ts'
import { createSchedules, type TakeTurn } from './quota/schedules.ts'
import type { Readiness } from './readiness.ts'
import type { GatewaySettings } from './sdk-client.ts'
import { createSeals } from './seal.ts'
import type { SealKeys } from './seal-keys.ts'
import { createSearchRefusals } from './search-refusals.ts'
import { shareAnswers } from './shared-answers/share-answers.ts'
import type { SeveralInstances } from './store/several-instances.ts'
import { type GatewayObservers, observeConnect, observeGateway } from './telemetry/observe-gateway.ts'
import { observeTurns } from './telemetry/observe-turns.ts'
import { createTelemetry, quietTelemetry, type Telemetry } from './telemetry/telemetry.ts'

/** Under which traces and metrics are ours. */
export const ourName = 'connect-contact-cases'

interface SignIn {
  readonly settings: AuthSettings
  readonly connect: GatewaySettings
}

interface ServerAppSettings {
  readonly gateway: GatewaySettings
  /** null: nobody signs in, and whoever reaches the server sees every case. */
  readonly auth: SignIn | null
  readonly deadlineMs: number
  readonly quotas: Quotas
  readonly rowFields: readonly string[]
  readonly allowedOrigins: readonly string[]
  /** null: a key of this process, and what it sealed ends with it. */
  readonly sealKeys: SealKeys | null
  /** What this instance shares with others; null: it is the only one. */
  readonly instances: SeveralInstances | null
  readonly log: Log
  readonly readiness: Readiness
  /** Whether there is a collector for traces and metrics. */
  readonly exportsTelemetry: boolean
}

// A request has at most a token of 13,000 characters and ten ids of 500, in JSON's longest way six times as long.
const bodyBytes = 120_000

// Details come without labels rather than a second late.
const labelsMs = 1_000

// Tokens with made-up key ids must not make the issuer busy; a rotation shows a second late at most.
const cooldownMs = 1_000

/** The app as a Node process runs it: real clock, real randomness, the AWS SDK. */
export function createServerApp(settings: ServerAppSettings): Hono<AppEnv> {
  const { gateway, auth, deadlineMs, quotas, sealKeys, instances, readiness, exportsTelemetry, ...rest } = settings
  const { now } = processClock
  // OpenTelemetry's own registry: empty, and so without effect, unless otlp-export.ts has filled it.
  const [tracer, meter] = [trace.getTracer(ourName), metrics.getMeter(ourName)]
  const telemetry = exportsTelemetry ? createTelemetry({ tracer, meter, now }) : quietTelemetry
  const takeTurn = observeTurns(createSchedules(quotas, processClock, instances?.budgetOf), { meter, now })
  const observers = { telemetry, onOutcome: readiness.heard }
  const service = createGateway(gateway, takeTurn)
  const keys = sealKeys ?? [{ id: 'process', key: randomBytes(32) }]
  const seals = createSeals({ keys, randomBytes: createPooledRandom() })
  const askThroughStore = instances?.askThroughStore(seals) ?? null
  return createRoutes({
    ...rest,
    // Shared outside, observed inside: what is counted are questions to the service, not to its memory.
    gateway: shareAnswers(observeGateway(service, observers), {
      now,
      onAnswer: telemetry.answered,
      askThroughStore,
    }),
    auth: auth === null ? noAuth : signInOf(auth, takeTurn, { ...observers, askThroughStore }),
    refusals: instances?.refusals ?? createSearchRefusals(),
    seals,
    now,
    telemetry,
    readiness,
    newRequestId: randomUUID,
    limits: { deadlineMs, bodyBytes, labelsMs },
  })
}

interface SignInDeps extends GatewayObservers, Pick<VerdictDeps, 'askThroughStore'> {
  readonly telemetry: Telemetry
}

function signInOf(
  { settings, connect }: SignIn,
  takeTurn: TakeTurn,
  { askThroughStore, ...observers }: SignInDeps,
): Auth {
  return createAuth({
    settings,
    connect: observeConnect(createConnectGateway(connect, takeTurn), observers),
    fetch,
    time: Date.now,
    now: processClock.now,
    onAnswer: observers.telemetry.answered,
    askThroughStore,
    cooldownMs,
  })
}
