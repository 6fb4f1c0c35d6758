import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
async function startDev(): Promise<string> {
  vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'development', VITEST: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of vite.stdout ?? []) {
    printed += String(chunk)
    const url = /Local:\s+(http\S+)/.exec(printed)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`vite printed no URL: ${printed}`)
}

test('one command: the URL it prints opens a desktop where a chat rings and its cases show', async () => {
  const page = await browser.newPage()
  await page.goto(await startDev())
  await ccpOf(page)
  await page.frameLocator('iframe').getByRole('button', { name: 'Incoming chat' }).click()
  await page.getByText('10 cases loaded, there are more').waitFor()
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Chat · Business accounts')
  await browser.closePages()
})
