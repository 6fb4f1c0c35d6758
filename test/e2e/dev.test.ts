import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ccpOf } from '../support/ccp.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'

let vite: ChildProcess
let browser: TestBrowser

beforeAll(async () => {
  browser = await launchTestBrowser()
})

afterAll(async () => {
  await browser.close()
  const exit = once(vite, 'exit')
  vite.kill('SIGTERM')
  await exit
})

/** What `npm run dev` runs; answers with the URLs it prints, by their names. */
async function startDev(): Promise<Record<string, string>> {
  vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'development', VITEST: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  // Read to the end: a pipe that nobody reads would stop the server.
  vite.stdout?.on('data', (chunk) => {
    printed += String(chunk)
  })
  await vi.waitUntil(() => printed.includes('Agent workspace:'), { timeout: 20_000 })
  return Object.fromEntries([...printed.matchAll(/➜\s+(.+?):\s+(http\S+)/g)].map(([, name, url]) => [name, url]))
}

test('one command: the URLs it prints open a desktop and a workspace, where a chat rings and its cases show', async () => {
  const urls = await startDev()
  const page = await browser.newPage()
  await page.goto(urls['Local'] ?? '')
  await ccpOf(page)
  await page.frameLocator('iframe').getByRole('button', { name: 'Incoming chat' }).click()
  await page.getByText('10 cases loaded, there are more', { exact: true }).waitFor()
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Chat · Business accounts')

  await page.goto(urls['Agent workspace'] ?? '')
  await page.getByRole('button', { name: 'Incoming chat' }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'Incoming' }).click()
  await page
    .frameLocator('iframe >> visible=true')
    .getByText('10 cases loaded, there are more', { exact: true })
    .waitFor()
  await browser.closePages()
})
