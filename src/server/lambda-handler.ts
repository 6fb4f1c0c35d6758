import { handle } from 'hono/aws-lambda'
import { readSettings } from './env.ts'
import type { Log } from './log.ts'
import { createReadiness } from './readiness.ts'
import { fail, type Result, succeed } from './result.ts'
import { createSettingsApp } from './settings-app.ts'

/** Answers a request that API Gateway brings, as an HTTP API's payload 2.0. */
export type LambdaHandler = ReturnType<typeof handle>

/**
 * The API as a function, without the page. Each instance has a schedule of calls to itself: run one, or the account's
 * quota is used several times over. Or one line that names the variable at fault.
 */
export function createLambdaHandler(
  env: Readonly<Record<string, string | undefined>>,
  log: Log,
): Result<LambdaHandler, string> {
  const settings = readSettings(env)
  if (!settings.ok) return settings
  const { region, store } = settings.value
  if (region === null) return fail('AWS_REGION must be set: Lambda sets it.')
  // Between requests Lambda stops the function, and the others would take it for cut off.
  if (store !== null) return fail('STORE is for servers that keep running: leave it out.')
  const readiness = createReadiness({ now: () => performance.now() })
  const { app } = createSettingsApp(settings.value, { region, log, readiness })
  return succeed(handle(app))
}
