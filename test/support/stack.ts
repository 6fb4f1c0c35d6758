import { readFileSync } from 'node:fs'
import type { PageConfig } from '../../src/contract/page-config.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { defaultSeedFile } from '../../src/emulator/load-seed.ts'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { readSettings } from '../../src/server/env.ts'
import { startServer } from '../../src/server/start-server.ts'
import type { Simulator } from '../../src/simulator/serve-simulator.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { pageDirectory } from './build-page.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'

/** Emulator, simulator and server, as built: all but the browser. */
export interface Stack {
  readonly url: string
  readonly emulator: Emulator
  readonly simulator: Simulator
  /** The paths that the page asked the API for since the last reset, in order. */
  apiCalls(): readonly string[]
  /** The emulator back to its seed, and no calls. */
  reset(): Promise<void>
  close(): Promise<void>
}

const stackSeed = defaultSeed()

/** What every page's settings have. */
export const everyHost = {
  region: stackSeed.region,
  domainId: contactWithCases(stackSeed, 1).domainId,
  apiBaseUrl: '/api',
  autoLoadMore: false,
}

interface StackOptions {
  readonly pageConfig: (simulator: Simulator) => PageConfig
  readonly page?: string
  /** Of the server, beside what every test needs. */
  readonly env?: Record<string, string>
  readonly users?: Seed['users']
}

export async function startStack({ pageConfig, page = pageDirectory, env, users }: StackOptions): Promise<Stack> {
  const emulator = await createEmulator({ seed: { ...stackSeed, ...(users && { users }) }, quotas: 'off' })
  const simulator = await createSimulator({ seed: JSON.parse(readFileSync(defaultSeedFile, 'utf8')) })
  const service = { AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, AWS_ENDPOINT_URL_CONNECT: emulator.url }
  const settings = readSettings({ ...service, PORT: '0', QUOTAS: 'off', ...env })
  if (!settings.ok) throw new Error(settings.problem)
  let apiCalls: string[] = []
  const server = await startServer({
    settings: settings.value,
    pageConfig: pageConfig(simulator),
    pageDirectory: page,
    log(entry) {
      if (entry.event === 'answered' && entry.route.startsWith('/api/')) apiCalls.push(entry.route)
    },
  })
  return {
    url: server.url,
    emulator,
    simulator,
    apiCalls: () => apiCalls,
    async reset() {
      await emulator.reset()
      apiCalls = []
    },
    async close() {
      await Promise.all([server.close(), simulator.close(), emulator.close()])
    },
  }
}

/** The id of the shipped seed's contact with this many cases. */
export function contactIdWithCases(cases: number): string {
  return contactWithCases(stackSeed, cases).contactArn.split('/').at(-1) ?? ''
}
