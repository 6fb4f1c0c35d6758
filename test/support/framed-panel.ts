import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright-core'
import { serveSources } from './serve-sources.ts'
import { everyHost, startStack } from './stack.ts'
import { launchTestBrowser } from './test-browser.ts'

/** The built page of the host `frame`, as deployed, and desktops of another origin that frame it. */
export interface FramedPanel {
  /** Where the panel's page is. */
  readonly url: string
  /** A desktop with our library; it frames the panel, and tells it nothing before `connectPanel()`. */
  openDesktop(): Promise<FramingPage>
  /** A desktop of this HTML. `isNamed`: whether the panel's settings name its origin. */
  openHtml(html: string, isNamed?: boolean): Promise<FramingPage>
  /** The panel's page by itself. */
  openAlone(): Promise<Page>
  /** How often the panel asked for cases since the last reset. */
  listCalls(): number
  reset(): Promise<void>
  closePages(): Promise<void>
  close(): Promise<void>
}

interface FramingPage {
  readonly page: Page
  readonly panel: FrameLocator
}

export async function startFramedPanel(): Promise<FramedPanel> {
  // Another origin than 127.0.0.1; Chromium frames a loopback page only from another.
  const [sources, named, stranger, browser] = await Promise.all([
    serveSources('localhost', ['zod/mini']),
    serveHtml(),
    serveHtml(),
    launchTestBrowser(),
  ])
  const embedders = [new URL(sources.url).origin, named.origin]
  const stack = await startStack({
    pageConfig: () => ({ host: 'frame', embedders, ...everyHost }),
    // The stranger may frame the page: it is the page that refuses.
    env: { FRAME_ANCESTORS: stranger.origin },
  })
  const open = async (address: string) => {
    const page = await browser.newPage()
    await page.goto(address)
    return { page, panel: page.frameLocator('iframe') }
  }
  return {
    url: stack.url,
    openDesktop: () =>
      open(`${sources.url}test/support/framing-desktop.html?${new URLSearchParams({ panel: stack.url })}`),
    openHtml: (html, isNamed = true) => open((isNamed ? named : stranger).serve(html)),
    openAlone: async () => (await open(stack.url)).page,
    listCalls: () => stack.apiCalls().filter((route) => route.endsWith('/list-cases-for-contact')).length,
    reset: stack.reset,
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await Promise.all([stack.close(), sources.close(), named.close(), stranger.close()])
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
