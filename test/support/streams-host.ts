import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { type Ccp, ccpOf } from './ccp.ts'
import { deskSeed } from './desk-seed.ts'
import { launchTestBrowser } from './test-browser.ts'

/** A browser, the simulated softphone, and a page of another origin that frames it with an unmodified Streams. */
export interface StreamsHost {
  readonly ccpUrl: string
  /** The page with the softphone in it; `ccpQuery` goes to the softphone, `hostQuery` to the page. */
  open(ccpQuery?: string, hostQuery?: string): Promise<{ page: Page; ccp: Ccp }>
  /** An empty page in a browser profile of its own. */
  newPage(): Promise<Page>
  /** Throws where one of the pages had an error. */
  closePages(): Promise<void>
  close(): Promise<void>
}

export async function createStreamsHost(htmlFile = 'streams-host.html'): Promise<StreamsHost> {
  const host = await serveHost(htmlFile)
  const simulator = await createSimulator({ seed: deskSeed })
  const browser = await launchTestBrowser()
  const newPage = () => browser.newPage({ viewport: { width: 360, height: 800 } })
  return {
    ccpUrl: simulator.ccpUrl,
    newPage,
    async open(ccpQuery = '', hostQuery = '') {
      const page = await newPage()
      await page.goto(`${host.url}/?${new URLSearchParams({ ccpUrl: simulator.ccpUrl + ccpQuery })}${hostQuery}`)
      return { page, ccp: await ccpOf(page) }
    },
    closePages: browser.closePages,
    async close() {
      await browser.close()
      await simulator.close()
      host.server.close()
    },
  }
}

/** The first line the page wrote down that begins so, once it is there. */
export async function seen(page: Page, start: string): Promise<string> {
  const line = await page.waitForFunction(`seen.find((line) => line.startsWith(${JSON.stringify(start)}))`)
  return String(await line.jsonValue())
}

export function everythingSeen(page: Page): Promise<string[]> {
  return page.evaluate('seen')
}

async function serveHost(htmlFile: string): Promise<{ server: Server; url: string }> {
  const html = await readFile(new URL(htmlFile, import.meta.url))
  const streams = await readFile(new URL(import.meta.resolve('amazon-connect-streams')))
  const server = createServer((request, response) => {
    const isPage = request.url?.startsWith('/?')
    response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript' }).end(isPage ? html : streams)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return { server, url: `http://127.0.0.1:${port}` }
}
