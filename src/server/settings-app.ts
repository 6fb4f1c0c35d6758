import { randomUUID } from 'node:crypto'
import { metrics } from '@opentelemetry/api'
import type { Hono } from 'hono'
import type { Settings } from './env.ts'
import type { Log } from './log.ts'
import type { AppEnv } from './problem-answer.ts'
import type { Readiness } from './readiness.ts'
import { createServerApp, ourName } from './server-app.ts'
import { joinInstances, type SeveralInstances } from './store/several-instances.ts'
import { createStoreTelemetry } from './telemetry/observe-store.ts'

interface SettingsAppDeps {
  readonly region: string
  readonly log: Log
  readonly readiness: Readiness
}

interface SettingsApp {
  readonly app: Hono<AppEnv>
  /** null: this instance shares nothing. */
  readonly instances: SeveralInstances | null
}

/** The app that these settings ask for, and what it shares with other instances. */
export function createSettingsApp(settings: Settings, deps: SettingsAppDeps): SettingsApp {
  const { region, log, readiness } = deps
  const { auth, connect, deadlineMs, quotas, rowFields, allowedOrigins, sealKeys, exportsTelemetry } = settings
  const instances = instancesOf(settings, deps)
  const app = createServerApp({
    gateway: { ...settings, region },
    auth: auth && { settings: auth, connect: { region, ...connect } },
    ...{ deadlineMs, quotas, rowFields, allowedOrigins, sealKeys, exportsTelemetry, instances, log, readiness },
  })
  return { app, instances }
}

function instancesOf(settings: Settings, { region, log, readiness }: SettingsAppDeps): SeveralInstances | null {
  const { store: url, endpoint, deadlineMs } = settings
  if (url === null) return null
  const telemetry = createStoreTelemetry(metrics.getMeter(ourName))
  return joinInstances({ url, region, endpoint, deadlineMs, newId: randomUUID, log, readiness, telemetry })
}
