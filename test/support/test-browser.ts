import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumArgs, findChromium } from './chromium.ts'

/** A Chromium whose pages may not go wrong unseen. */
export interface TestBrowser {
  /** An empty page in a browser profile of its own. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Closes all pages; throws where one of them had an uncaught error. */
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function launchTestBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...chromiumArgs] })
  const contexts: BrowserContext[] = []
  const pageErrors: string[] = []
  return {
    async newPage(options) {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => pageErrors.push(error.message))
      return page
    },
    async closePages() {
      await Promise.all(contexts.splice(0).map((context) => context.close()))
      const [error] = pageErrors.splice(0)
      if (error !== undefined) throw new Error(`A page had an error: ${error}`)
    },
    close: () => browser.close(),
  }
}
