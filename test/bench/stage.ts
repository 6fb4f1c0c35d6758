import type { CDPSession, Page } from 'playwright-core'
import { type Stack, startStack, everyHost } from '../support/stack.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { type BenchPage, buildPage } from './build-pages.ts'
import { installStopwatch } from './stopwatch.ts'

/** One page with a whole stack behind it. */
export interface Side {
  readonly stack: Stack
  /** The page in a browser profile of its own, without anything kept from before. */
  open(): Promise<Page>
}

/** Where the sides are measured: one browser, and each side's servers. */
export interface Stage {
  readonly browser: TestBrowser
  /** The built panel, or a page that it is held against. */
  side(name: 'panel' | BenchPage): Promise<Side>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const browser = await launchTestBrowser()
  const stacks: Stack[] = []
  return {
    browser,
    async side(name) {
      const page = name === 'panel' ? 'dist/page' : await buildPage(name)
      const stack = await startStack({
        pageConfig: ({ ccpUrl }) => ({ host: 'streams', ccpUrl, ...everyHost }),
        page,
      })
      stacks.push(stack)
      return {
        stack,
        async open() {
          const opened = await browser.newPage()
          await installStopwatch(opened)
          await opened.goto(stack.url)
          return opened
        },
      }
    },
    async close() {
      await browser.close()
      for (const stack of stacks) await stack.close()
    },
  }
}

/** Chromium's own tools for a page. */
export function toolsOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

/** Makes the page's processor slower by that factor. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const tools = await toolsOf(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate })
}
