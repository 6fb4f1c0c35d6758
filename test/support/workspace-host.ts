import { fileURLToPath } from 'node:url'
import type { Frame, Page } from 'playwright-core'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { deskSeed } from './desk-seed.ts'
import { servePages } from './serve-pages.ts'
import { launchTestBrowser } from './test-browser.ts'
import { type WorkspaceDriver, workspaceOf } from './workspace.ts'

/** A browser, the simulated workspace, and an app of another origin that is built on the unmodified SDK. */
export interface WorkspaceHost {
  /** The workspace with the app in it; `appQuery` goes to the app, `query` to the workspace. */
  open(options?: { appQuery?: string; query?: string }): Promise<{ page: Page; workspace: WorkspaceDriver }>
  /** Throws where one of the pages had an error. */
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function createWorkspaceHost(): Promise<WorkspaceHost> {
  const [app, simulator, browser] = await Promise.all([
    servePages({ root: fileURLToPath(new URL('./workspace-app', import.meta.url)) }),
    createSimulator({ seed: deskSeed }),
    launchTestBrowser(),
  ])
  return {
    async open({ appQuery = '', query = '' } = {}) {
      const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
      const appUrl = new URLSearchParams({ app: app.url + appQuery })
      await page.goto(`${simulator.workspaceUrl}?${appUrl}${query}`)
      return { page, workspace: await workspaceOf(page) }
    },
    closePages: browser.closePages,
    async close() {
      await Promise.all([browser.close(), simulator.close(), app.close()])
    },
  }
}

/** In milliseconds: a hidden frame has no animation frames to look at. */
const polling = 20

/** The app that is open for this contact, or for none, once it runs its script. */
export async function appOf(page: Page, contactId?: string): Promise<Frame> {
  const title = contactId === undefined ? 'App without a contact' : `App for contact ${contactId}`
  const element = await page.waitForSelector(`iframe[title="${title}"]`, { state: 'attached' })
  const frame = await element.contentFrame()
  if (!frame) throw new Error(`"${title}" is no frame.`)
  await frame.waitForFunction(() => 'seen' in globalThis, undefined, { polling })
  return frame
}

/** What the app wrote down, once this line is among it. */
export async function seenAfter(app: Frame, line: string): Promise<string[]> {
  const lines = await app.waitForFunction(`seen.includes(${JSON.stringify(line)}) && [...seen]`, undefined, { polling })
  return (await lines.jsonValue()) as string[] // the app writes down nothing else
}
