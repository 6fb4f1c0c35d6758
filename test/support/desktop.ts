import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { pageDirectory } from './build-page.ts'
import type { StreamsPageConfig } from './built-page.ts'
import { type Ccp, ccpOf } from './ccp.ts'
import { contactIdWithCases, everyHost, startStack } from './stack.ts'
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

interface DesktopOptions {
  /** Of the server, beside what every test needs. */
  readonly env?: Record<string, string>
  readonly users?: Seed['users']
}

export async function startDesktop(
  pageConfig: Partial<StreamsPageConfig> = {},
  page = pageDirectory,
  options: DesktopOptions = {},
): Promise<Desktop> {
  const stack = await startStack({
    pageConfig: ({ ccpUrl }) => ({ host: 'streams', ccpUrl, ...everyHost, ...pageConfig }),
    page,
    ...options,
  })
  const browser = await launchTestBrowser()

  const openPage: Desktop['openPage'] = async (options, prepare) => {
    const page = await browser.newPage(options)
    await prepare?.(page)
    await page.goto(stack.url)
    return page
  }

  return {
    url: stack.url,
    emulator: stack.emulator,
    openPage,
    async open(options) {
      const page = await openPage(options)
      return { page, ccp: await ccpOf(page), panel: page.getByRole('region', { name: 'Contact cases' }) }
    },
    ring: ({ ccp }, cases, channel = 'chat') => ccp.incoming({ channel, contactId: contactIdWithCases(cases) }),
    listCalls: () => stack.apiCalls().filter((route) => route.endsWith('/list-cases-for-contact')).length,
    reset: stack.reset,
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await stack.close()
    },
  }
}
