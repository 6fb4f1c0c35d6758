import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { PageConfig } from '../contract/page-config.ts'
import { createDrain } from './drain.ts'
import type { Settings } from './env.ts'
import { createHttpServer } from './hardening/http-server.ts'
import type { Log } from './log.ts'
import { servePage } from './page.ts'
import { createReadiness } from './readiness.ts'
import { createSettingsApp } from './settings-app.ts'

interface ServerSettings {
  readonly settings: Settings
  readonly pageConfig: PageConfig
  /** The built page. */
  readonly pageDirectory: string
  readonly log: Log
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string
  /** Takes no more requests, lets those under way finish, and resolves when the last has. */
  close(): Promise<void>
}

// What may still be answered when the last deadline has passed.
const graceMs = 1_000

/** Serves page and API from this process; rejects with Node's error where it cannot listen. */
export async function startServer(options: ServerSettings): Promise<RunningServer> {
  const { settings, pageConfig, pageDirectory, log } = options
  const region = settings.region ?? pageConfig.region
  const readiness = createReadiness({ now: () => performance.now() })
  const { app, instances } = createSettingsApp(settings, { region, log, readiness })
  servePage(app, {
    directory: pageDirectory,
    config: pageConfig,
    frameAncestors: settings.frameAncestors,
  })

  const server = createHttpServer(getRequestListener(app.fetch))
  const drain = createDrain(server)
  server.listen(settings.port, settings.host)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  const url = `http://${isIPv6(settings.host) ? `[${settings.host}]` : settings.host}:${port}`
  log({ event: 'listening', url })
  const stop = async () => {
    readiness.stop()
    log({ event: 'stopping' })
    await drain(settings.deadlineMs + graceMs)
    await instances?.stop()
  }
  let stopped: Promise<void> | undefined
  return {
    url,
    close() {
      stopped ??= stop()
      return stopped
    },
  }
}
