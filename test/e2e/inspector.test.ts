import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { seedOf } from '../support/emulator.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'

let browser: TestBrowser
let emulator: Emulator

beforeAll(async () => {
  browser = await launchTestBrowser()
  emulator = await createEmulator({ seed })
})

afterEach(() => browser.closePages())

afterAll(async () => {
  await emulator.close()
  await browser.close()
})

test('a person sees a domain, finds in it, and sees what changes and the event of it', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  await page.goto(`${emulator.url}/_emulator`)
  const cases = page.getByRole('table', { name: 'Cases found' })
  await cases.getByText('<img src=x onerror=alert(1)> lamp').waitFor()
  await page.getByRole('cell', { name: /contact\/someone$/ }).waitFor()
  await page.getByLabel('Find').fill('LAMP')
  await page.getByRole('button', { name: 'Find' }).click()
  await cases.getByText('Lost key').waitFor({ state: 'detached' })
  await post('PUT', '/domains/one/case-event-configuration', { eventBridge: { enabled: true } })
  const fields = [
    { id: 'title', value: { stringValue: 'Second lamp' } },
    { id: 'customer_id', value: { stringValue: 'arn:aws:profile:customer' } },
  ]
  await post('POST', '/domains/one/cases', { templateId: 't', fields })
  await cases.getByText('Second lamp').waitFor()
  await page.getByText('CASE.CREATED').waitFor()
  const setUp = page.locator('section', { has: page.getByRole('heading', { name: 'Set-up of the instance' }) })
  expect(await setUp.getByLabel('As JSON').inputValue()).toMatch(/"enabled": true/)
  await page.getByLabel('Find').fill('')
  await page.getByLabel('Domain').selectOption('Two')
  await cases.getByText('Second lamp').waitFor({ state: 'detached' })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
})

async function post(method: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(emulator.url + path, { method, headers, body: JSON.stringify(body) })
  expect(response.status, await response.text()).toBe(200)
}

const seed = seedOf({
  accountId: '123456789012',
  region: 'us-east-1',
  instanceId: 'i',
  domains: [
    {
      domainId: 'one',
      name: 'One',
      templates: [{ templateId: 't', name: 'Order', status: 'Active' }],
      cases: [
        { caseId: 'a', templateId: 't', fields: { title: '<img src=x onerror=alert(1)> lamp', status: 'open' } },
        { caseId: 'b', templateId: 't', fields: { title: 'Lost key', status: 'open' } },
      ],
      contacts: [{ contactId: 'someone', caseIds: ['a', 'b'] }],
    },
    { domainId: 'two', name: 'Two', templates: [], cases: [], contacts: [] },
  ],
})
