import { readSettings, type Settings } from '../../src/server/env.ts'
import type { Log, LogEntry } from '../../src/server/log.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { createBuiltPage, pageConfig, type StreamsPageConfig } from './built-page.ts'

/** The server on any free port, without quotas unless told, with a stand-in for the built page; it logs to what is given. */
export async function startBff(
  settings: Partial<Settings> = {},
  config: Partial<StreamsPageConfig> = {},
  log?: Log,
): Promise<RunningServer & { readonly logged: readonly LogEntry[] }> {
  const logged: LogEntry[] = []
  const env = readSettings({ AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1', PORT: '0', QUOTAS: 'off' })
  if (!env.ok) throw new Error(env.problem)
  const page = await createBuiltPage({ not: 'served' })
  const server = await startServer({
    settings: { ...env.value, ...settings },
    pageConfig: { ...pageConfig, ...config },
    pageDirectory: page.directory,
    log: log ?? ((entry) => logged.push(entry)),
  }).catch(async (error) => {
    await page.remove()
    throw error
  })
  return {
    ...server,
    logged,
    async close() {
      await server.close()
      await page.remove()
    },
  }
}
