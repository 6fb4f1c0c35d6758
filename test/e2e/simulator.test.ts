import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts'
import { ccpOf } from '../support/ccp.ts'
import { chromiumArgs, findChromium } from '../support/chromium.ts'

const seed = {
  accountId: '111122223333',
  region: 'us-east-1',
  instanceId: '0f6a2f4e-6b1f-4f0e-9d52-1c8a4f4f7a10',
  domains: [
    { contacts: [{ contactId: 'seeded-1', caseIds: ['a', 'b'], label: 'Maria — 2 cases', queueName: 'Billing' }] },
  ],
}

let browser: Browser
let simulator: Simulator
let host: Server
let pageErrors: string[] = []

beforeAll(async () => {
  host = await serveHost()
  simulator = await createSimulator({ seed })
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...chromiumArgs] })
})

afterAll(async () => {
  await browser?.close()
  await simulator?.close()
  host?.close()
})

afterEach(() => {
  expect(pageErrors).toEqual([])
  pageErrors = []
})

test('Streams hears the agent, then a chat that rings, is accepted, viewed, ended and put away', async () => {
  const { page, ccp } = await openHost()
  expect(await seen(page, 'agent')).toMatch(
    /^agent Ada Agent arn:aws:connect:us-east-1:111122223333:instance\/0f6a2f4e-6b1f-4f0e-9d52-1c8a4f4f7a10\/agent\/[\w-]{36} Available$/,
  )
  await seen(page, 'state Init to Available')
  const id = await ccp.incoming({ channel: 'chat', contactId: 'seeded-1' })
  await seen(page, `incoming ${id}`)
  await ccp.accept(id)
  await seen(page, `view ${id}`)
  await seen(page, `connected ${id}`)
  await ccp.end(id)
  await seen(page, `ended ${id}`)
  await ccp.close(id)
  await seen(page, 'view nobody')
  expect((await everythingSeen(page)).slice(3)).toEqual([
    'contact seeded-1 chat queue=Billing',
    'incoming seeded-1',
    'connecting seeded-1',
    'view seeded-1',
    'connected seeded-1',
    'after-call work seeded-1',
    'ended seeded-1',
    'destroyed seeded-1',
    'view nobody',
  ])
})

async function openHost(query = ''): Promise<{ page: Page; ccp: Awaited<ReturnType<typeof ccpOf>> }> {
  const page = await (await browser.newContext()).newPage()
  page.on('pageerror', (error) => pageErrors.push(error.message))
  const { port } = host.address() as AddressInfo // it listens on TCP
  const url = new URL(`http://127.0.0.1:${port}/`)
  url.searchParams.set('ccpUrl', simulator.ccpUrl + query)
  await page.goto(url.href)
  return { page, ccp: await ccpOf(page) }
}

/** The first line that begins so, once it is there. */
async function seen(page: Page, start: string): Promise<string> {
  const line = await page.waitForFunction(`seen.find((line) => line.startsWith(${JSON.stringify(start)}))`)
  return String(await line.jsonValue())
}

function everythingSeen(page: Page): Promise<string[]> {
  return page.evaluate('seen')
}

/** The page that frames the softphone, from another origin than the softphone's. */
async function serveHost(): Promise<Server> {
  const files = new Map([
    ['/', { type: 'text/html', body: await readFile(new URL('./streams-host.html', import.meta.url)) }],
    [
      '/connect-streams.js',
      { type: 'text/javascript', body: await readFile(new URL(import.meta.resolve('amazon-connect-streams'))) },
    ],
  ])
  const server = createServer((request, response) => {
    const file = files.get((request.url ?? '').split('?')[0] ?? '')
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
