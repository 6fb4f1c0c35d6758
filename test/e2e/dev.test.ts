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

/** What `npm run dev` runs, and the URL it prints. */
function startDev(): Promise<string> {
  vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'development', VITEST: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  // Read to the end: a pipe that nobody reads would stop the server.
  vite.stdout?.on('data', (chunk) => {
    printed += String(chunk)
  })
  return vi.waitUntil(() => /Local:\s+(http\S+)/.exec(printed)?.[1], { timeout: 20_000 })
}

test('one command: the URL it prints opens a desktop where a chat rings and its cases show', async () => {
  const page = await browser.newPage()
  await page.goto(await startDev())
  await ccpOf(page)
  await page.frameLocator('iframe').getByRole('button', { name: 'Incoming chat' }).click()
  await page.getByText('10 cases loaded, there are more', { exact: true }).waitFor()
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Chat · Business accounts')
  await browser.closePages()
})
