import type { BrowserContextOptions, Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Emulator } from '../../src/emulator/emulator.ts'
import { contactIdWithCases, everyHost, startStack } from './stack.ts'
import { launchTestBrowser } from './test-browser.ts'
import { type WorkspaceDriver, workspaceOf } from './workspace.ts'

/** An agent's workspace in a browser, with the panel as its app. */
export interface OpenWorkspace {
  readonly page: Page
  readonly workspace: WorkspaceDriver
  /** The panel in the frame of this contact, or of none; by its class, as a frame out of sight has no roles. */
  panelOf(contactId?: string): Locator
  /** What the panel in the frame of this contact, or of none, asked the server for, in order. */
  callsOf(contactId?: string): Promise<readonly string[]>
  /** The value of an expression in the frame of this contact. */
  evaluateIn(contactId: string, script: string): Promise<unknown>
  /** Loads the frame of this contact anew, until the panel in it has asked about its contact. */
  reload(contactId: string): Promise<void>
}

/** The whole stack, as built, with the page's host `workspace`. */
export interface WorkspaceDesktop {
  readonly url: string
  readonly emulator: Emulator
  open(options?: BrowserContextOptions): Promise<OpenWorkspace>
  newPage(): Promise<Page>
  /** Lets the shipped seed's contact with this many cases ring; answers with its id. */
  ring(desk: OpenWorkspace, cases: number, channel?: 'voice' | 'chat' | 'task' | 'email'): Promise<string>
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function startWorkspaceDesktop(): Promise<WorkspaceDesktop> {
  const stack = await startStack({
    pageConfig: () => ({ host: 'workspace', ...everyHost }),
    env: { FRAME_ANCESTORS: 'http://127.0.0.1:*' },
  })
  const browser = await launchTestBrowser()
  return {
    url: stack.url,
    emulator: stack.emulator,
    newPage: browser.newPage,
    async open(options) {
      const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, ...options })
      // Time goes on as usual, until a test jumps ahead.
      await page.clock.install()
      const calls: { frame: Frame; path: string }[] = []
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (pathname.startsWith('/api/')) calls.push({ frame: request.frame(), path: pathname.split('/').at(-1) ?? '' })
      })
      await page.goto(`${stack.simulator.workspaceUrl}?${new URLSearchParams({ app: stack.url })}`)
      const workspace = await workspaceOf(page)
      return {
        page,
        workspace,
        panelOf: (contactId) => page.frameLocator(frameOf(contactId)).locator('.contact-cases'),
        async callsOf(contactId) {
          const frame = await appFrame(page, contactId)
          return calls.filter((call) => call.frame === frame).map(({ path }) => path)
        },
        evaluateIn: async (contactId, script) => (await appFrame(page, contactId))?.evaluate(script),
        async reload(contactId) {
          const durationsAsked = async () =>
            (await workspace.logs()).filter(({ message }) => message['command'] === 'contact/getStateDuration').length
          const before = await durationsAsked()
          await (await appFrame(page, contactId))?.evaluate('location.reload()')
          await expect.poll(durationsAsked).toBe(before + 1)
        },
      }
    },
    ring: ({ workspace }, cases, channel = 'chat') =>
      workspace.incoming({ channel, contactId: contactIdWithCases(cases) }),
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await stack.close()
    },
  }
}

function frameOf(contactId: string | undefined): string {
  return `iframe[title="${contactId === undefined ? 'App without a contact' : `App for contact ${contactId}`}"]`
}

async function appFrame(page: Page, contactId: string | undefined): Promise<Frame | null> {
  const element = await page.waitForSelector(frameOf(contactId), { state: 'attached' })
  return element.contentFrame()
}
