import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { StreamsPageConfig } from '../../src/contract/page-config.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { defaultSeedFile } from '../../src/emulator/load-seed.ts'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { readSettings } from '../../src/server/env.ts'
import { startServer } from '../../src/server/start-server.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { pageDirectory } from './build-page.ts'
import { type Ccp, ccpOf } from './ccp.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'
import { launchTestBrowser } from './test-browser.ts'

/** An agent's desktop in a browser: the softphone, and the panel beside it. */
export interface OpenDesktop {
  readonly page: Page
  readonly ccp: Ccp
  readonly panel: Locator
}

/** The whole stack, as built: emulator, softphone, server and browser. */
export interface Desktop {
  readonly url: string
  readonly emulator: Emulator
  open(options?: BrowserContextOptions): Promise<OpenDesktop>
  /** The page as it is, whether or not there is a softphone in it. */
  openPage(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<Page>
  /** Lets the shipped seed's contact with this many cases ring; answers with its id. */
  ring(desk: OpenDesktop, cases: number, channel?: 'voice' | 'chat' | 'task' | 'email'): Promise<string>
  /** How often the panel asked for cases since the last reset. */
  listCalls(): number
  /** The emulator back to its seed, and no calls. */
  reset(): Promise<void>
  closePages(): Promise<void>
  close(): Promise<void>
}

const seed = defaultSeed()

interface DesktopOptions {
  /** Of the server, beside what every test needs. */
  readonly env?: Record<string, string>
  readonly users?: Seed['users']
}

export async function startDesktop(
  pageConfig: Partial<StreamsPageConfig> = {},
  page = pageDirectory,
  { env = {}, users }: DesktopOptions = {},
): Promise<Desktop> {
  const emulator = await createEmulator({ seed: { ...seed, ...(users && { users }) }, quotas: 'off' })
  const simulator = await createSimulator({ seed: JSON.parse(readFileSync(defaultSeedFile, 'utf8')) })
  const service = { AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, AWS_ENDPOINT_URL_CONNECT: emulator.url }
  const settings = readSettings({ ...service, PORT: '0', QUOTAS: 'off', ...env })
  if (!settings.ok) throw new Error(settings.problem)
  let listCalls = 0
  const server = await startServer({
    settings: settings.value,
    pageConfig: {
      host: 'streams',
      ccpUrl: simulator.ccpUrl,
      region: seed.region,
      domainId: contactWithCases(seed, 1).domainId,
      apiBaseUrl: '/api',
      autoLoadMore: false,
      ...pageConfig,
    },
    pageDirectory: page,
    log(entry) {
      if (entry.event === 'answered' && entry.route.endsWith('/list-cases-for-contact')) listCalls += 1
    },
  })
  const browser = await launchTestBrowser()

  const openPage: Desktop['openPage'] = async (options, prepare) => {
    const page = await browser.newPage(options)
    await prepare?.(page)
    await page.goto(server.url)
    return page
  }

  return {
    url: server.url,
    emulator,
    openPage,
    async open(options) {
      const page = await openPage(options)
      return { page, ccp: await ccpOf(page), panel: page.getByRole('region', { name: 'Contact cases' }) }
    },
    ring: ({ ccp }, cases, channel = 'chat') =>
      ccp.incoming({ channel, contactId: contactWithCases(seed, cases).contactArn.split('/').at(-1) ?? '' }),
    listCalls: () => listCalls,
    async reset() {
      await emulator.reset()
      listCalls = 0
    },
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await Promise.all([server.close(), simulator.close(), emulator.close()])
    },
  }
}
