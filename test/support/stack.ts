import { readFileSync } from 'node:fs'
import type { PageConfig } from '../../src/contract/page-config.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { defaultSeedFile } from '../../src/emulator/load-seed.ts'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { readSettings } from '../../src/server/env.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
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

/** What stands for Amazon: the emulator and the simulator. */
export interface Services {
  readonly emulator: Emulator
  readonly simulator: Simulator
  close(): Promise<void>
}

interface SeedOptions {
  readonly users?: Seed['users']
  /** What the emulator has; without one, the shipped seed. */
  readonly seed?: Seed
}

export async function startServices({ users, seed = stackSeed }: SeedOptions = {}): Promise<Services> {
  const [emulator, simulator] = await Promise.all([
    createEmulator({ seed: { ...seed, ...(users && { users }) }, quotas: 'off' }),
    createSimulator({ seed: JSON.parse(readFileSync(defaultSeedFile, 'utf8')) }),
  ])
  return {
    emulator,
    simulator,
    async close() {
      await Promise.all([simulator.close(), emulator.close()])
    },
  }
}

interface ServerOptions {
  readonly pageConfig: (simulator: Simulator) => PageConfig
  readonly page?: string
  /** Of the server, beside what every test needs. */
  readonly env?: Record<string, string> | undefined
  /** Hears of every path that the API is asked for. */
  readonly onApiCall?: (route: string) => void
}

/** Our server, which asks these services; `page` is the built page it serves. */
export function serveStack({ emulator, simulator }: Services, options: ServerOptions): Promise<RunningServer> {
  const { pageConfig, page = pageDirectory, env, onApiCall } = options
  const service = { AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, AWS_ENDPOINT_URL_CONNECT: emulator.url }
  const settings = readSettings({ ...service, PORT: '0', QUOTAS: 'off', ...env })
  if (!settings.ok) throw new Error(settings.problem)
  return startServer({
    settings: settings.value,
    pageConfig: pageConfig(simulator),
    pageDirectory: page,
    log(entry) {
      if (entry.event === 'answered' && entry.route.startsWith('/api/')) onApiCall?.(entry.route)
    },
  })
}

type StackOptions = SeedOptions & Omit<ServerOptions, 'onApiCall'>

export async function startStack({ users, seed, ...options }: StackOptions): Promise<Stack> {
  const services = await startServices({ ...(users && { users }), ...(seed && { seed }) })
  let apiCalls: string[] = []
  const server = await serveStack(services, { ...options, onApiCall: (route) => apiCalls.push(route) })
  return {
    url: server.url,
    emulator: services.emulator,
    simulator: services.simulator,
    apiCalls: () => apiCalls,
    async reset() {
      await services.emulator.reset()
      apiCalls = []
    },
    async close() {
      await Promise.all([server.close(), services.close()])
    },
  }
}

/** The id of the shipped seed's contact with this many cases. */
export function contactIdWithCases(cases: number): string {
  return contactWithCases(stackSeed, cases).contactArn.split('/').at(-1) ?? ''
}
