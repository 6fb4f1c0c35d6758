import type { Page } from 'playwright-core'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { type Ccp, ccpOf } from './ccp.ts'
import { deskSeed } from './desk-seed.ts'
import { serveSources } from './serve-sources.ts'
import { launchTestBrowser } from './test-browser.ts'

/** A page with a contact source on the real Streams and the simulated softphone. */
export interface DeskPage {
  readonly page: Page
  readonly ccp: Ccp
  /** The source's snapshot now. */
  snapshot(): Promise<unknown>
  /** Every snapshot since the page opened, each told by a change. */
  snapshots(): Promise<Snapshot[]>
  /** What the page has written to its console so far. */
  readonly consoleLines: readonly string[]
}

/** As much of a desk's state as tests read. */
export interface Snapshot {
  readonly status: string
  readonly contacts?: readonly { readonly contactId: string; readonly phase: string }[]
}

interface OpenOptions {
  readonly ccpQuery?: string
  readonly limits?: Record<string, string>
  /** The page, in this directory. */
  readonly html?: string
  /** What the page does before it has a softphone, as JavaScript. */
  readonly first?: string
}

export interface StreamsHarness {
  open(options?: OpenOptions): Promise<DeskPage>
  /** Throws where a page had an error. */
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function createStreamsHarness(): Promise<StreamsHarness> {
  const [host, simulator, browser] = await Promise.all([
    serveSources('127.0.0.1', ['amazon-connect-streams', 'zod/mini']),
    createSimulator({ seed: deskSeed }),
    launchTestBrowser(),
  ])
  const consoleErrors: string[] = []

  return {
    async open({ ccpQuery = '', limits = {}, html = 'streams-harness.html', first = '' } = {}) {
      const page = await browser.newPage()
      const consoleLines: string[] = []
      page.on('console', (line) => {
        // Vite's own lines are for debugging.
        if (line.type() !== 'debug') consoleLines.push(line.text())
        if (line.type() === 'error') consoleErrors.push(line.text())
      })
      const query = new URLSearchParams({ ccpUrl: simulator.ccpUrl + ccpQuery, ...limits })
      await page.goto(`${host.url}test/support/${html}?${query}`)
      await page.evaluate(first)
      return {
        page,
        consoleLines,
        ccp: await ccpOf(page),
        snapshot: () => page.evaluate('source.getSnapshot()'),
        snapshots: () => page.evaluate('snapshots'),
      }
    },
    async closePages() {
      await browser.closePages()
      const [error] = consoleErrors.splice(0)
      if (error !== undefined) throw new Error(`A page wrote an error: ${error}`)
    },
    async close() {
      await Promise.all([browser.close(), simulator.close(), host.close()])
    },
  }
}
