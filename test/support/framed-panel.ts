import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright-core'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { readSettings } from '../../src/server/env.ts'
import { startServer } from '../../src/server/start-server.ts'
import { pageDirectory } from './build-page.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'
import { serveSources } from './serve-sources.ts'
import { launchTestBrowser } from './test-browser.ts'

/** The built page of the host `frame`, as deployed, and desktops of another origin that frame it. */
export interface FramedPanel {
  /** Where the panel's page is. */
  readonly url: string
  readonly emulator: Emulator
  /** A desktop with our library; it frames the panel, and tells it nothing before `connectPanel()`. */
  openDesktop(): Promise<{ page: Page; panel: FrameLocator }>
  /** A desktop of this HTML. `isNamed`: whether the panel's settings name its origin. */
  openHtml(html: string, isNamed?: boolean): Promise<{ page: Page; panel: FrameLocator }>
  /** The panel's page by itself. */
  openAlone(): Promise<Page>
  /** How often the panel asked for cases since the last reset. */
  listCalls(): number
  reset(): Promise<void>
  closePages(): Promise<void>
  close(): Promise<void>
}

const seed = defaultSeed()

export async function startFramedPanel(): Promise<FramedPanel> {
  const emulator = await createEmulator({ seed, quotas: 'off' })
  // Another origin than 127.0.0.1; Chromium frames a loopback page only from another.
  const sources = await serveSources('localhost', ['zod/mini'])
  const named = await serveHtml()
  const stranger = await serveHtml()
  const service = { AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, AWS_ENDPOINT_URL_CONNECT: emulator.url }
  // The stranger may frame the page, so that what it says is what is refused.
  const settings = readSettings({ ...service, PORT: '0', QUOTAS: 'off', FRAME_ANCESTORS: stranger.origin })
  if (!settings.ok) throw new Error(settings.problem)
  let listCalls = 0
  const server = await startServer({
    settings: settings.value,
    pageConfig: {
      host: 'frame',
      embedders: [new URL(sources.url).origin, named.origin],
      region: seed.region,
      domainId: contactWithCases(seed, 1).domainId,
      apiBaseUrl: '/api',
      autoLoadMore: false,
    },
    pageDirectory,
    log(entry) {
      if (entry.event === 'answered' && entry.route.endsWith('/list-cases-for-contact')) listCalls += 1
    },
  })
  const browser = await launchTestBrowser()

  const open = async (address: string) => {
    const page = await browser.newPage()
    await page.goto(address)
    return { page, panel: page.frameLocator('iframe') }
  }
  return {
    url: server.url,
    emulator,
    openDesktop: () =>
      open(`${sources.url}test/support/framing-desktop.html?${new URLSearchParams({ panel: server.url })}`),
    openHtml: (html, isNamed = true) => open((isNamed ? named : stranger).serve(html)),
    openAlone: async () => (await open(server.url)).page,
    listCalls: () => listCalls,
    async reset() {
      await emulator.reset()
      listCalls = 0
    },
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await Promise.all([server.close(), emulator.close(), sources.close(), named.close(), stranger.close()])
    },
  }
}

/** A server of one page, which a test writes. */
async function serveHtml() {
  let page = ''
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  const origin = `http://localhost:${port}`
  return {
    origin,
    serve(html: string) {
      page = html
      return origin
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
