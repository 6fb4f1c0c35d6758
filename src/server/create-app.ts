import type { AppOptions } from './app-options.ts'
import { createLog } from './log.ts'
import { readOptions } from './read-options.ts'
import { createReadiness } from './readiness.ts'
import { createSettingsApp } from './settings-app.ts'

/** The API without the page: for a server of your own. */
export interface ContactCasesApp {
  /** Answers `/api/…`, `/livez` and `/readyz`, and everything else with 404. */
  fetch(request: Request): Response | Promise<Response>
  /** Says that no more requests are welcome, and goodbye to the other instances. Call it before the process ends. */
  close(): Promise<void>
}

/** Options that there can be no app with; the message names what to mend. */
export class AppOptionsError extends Error {}

/** The API as a function from request to response; throws an `AppOptionsError` where the server would not start. */
export function createApp(options: AppOptions): ContactCasesApp {
  const settings = readOptions(options)
  if (!settings.ok) throw new AppOptionsError(settings.problem)
  const { log = createLog() } = options
  const readiness = createReadiness({ now: () => performance.now() })
  const { app, instances } = createSettingsApp(settings.value, { region: settings.value.region, log, readiness })
  return {
    fetch: (request) => app.fetch(request),
    async close() {
      readiness.stop()
      await instances?.stop()
    },
  }
}
