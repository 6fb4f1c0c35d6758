import type { CDPSession, Page } from 'playwright-core'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { everyHost, startStack } from '../support/stack.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { type BenchPage, buildPage } from './build-pages.ts'
import { installStopwatch } from './stopwatch.ts'
import { startUsualServer } from './usual-server.ts'

export type SideName = 'panel' | BenchPage

/** One page with its servers behind it. */
export interface Side {
  readonly url: string
  /** The operations of Amazon Connect Cases that were called for it, the last thousand. */
  operationsOfCases(): readonly string[]
  /** The page in a browser profile of its own, without anything kept from before. */
  open(): Promise<Page>
}

/** Where the sides are measured: one browser, and each side's servers. */
export interface Stage {
  readonly browser: TestBrowser
  /** The built panel, or a page that it is held against. */
  side(name: SideName, seed?: Seed): Promise<Side>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const browser = await launchTestBrowser()
  const closings: (() => Promise<void>)[] = []
  return {
    browser,
    async side(name, seed) {
      const directory = name === 'panel' ? 'dist/page' : await buildPage(name)
      const stack = await startStack({
        pageConfig: ({ ccpUrl }) => ({ host: 'streams', ccpUrl, ...everyHost }),
        page: directory,
        ...(seed && { seed }),
      })
      closings.push(stack.close)
      let { url } = stack
      if (name === 'usual') {
        const config = { ...everyHost, ccpUrl: stack.simulator.ccpUrl }
        const usual = await startUsualServer({ casesUrl: stack.emulator.url, config, directory })
        closings.push(usual.close)
        url = usual.url
      }
      return {
        url,
        operationsOfCases: () => stack.emulator.calls.map(({ operation }) => operation ?? 'none'),
        async open() {
          const page = await browser.newPage()
          await installStopwatch(page)
          await page.goto(url)
          return page
        },
      }
    },
    async close() {
      await browser.close()
      for (const close of closings) await close()
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
