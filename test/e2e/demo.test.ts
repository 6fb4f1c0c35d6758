import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startDemoSite } from '../support/demo-site.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'

let site: Awaited<ReturnType<typeof startDemoSite>>
let browser: TestBrowser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startDemoSite(), launchTestBrowser()])
})

afterEach(() => browser.closePages())

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A window so high that every card is near it. */
const viewport = { width: 1400, height: 20_000 }
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function open(page: Page, query = ''): Promise<string[]> {
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await page.goto(site.url + query)
  return messages
}

/** Waits until each card on the page shows its state; gives their number. */
async function reachAll(page: Page): Promise<number> {
  await page.getByRole('article').first().waitFor()
  const waiting = page.locator('.demo-card:not(:has([data-reached="true"])) .demo-card-name')
  await expect.poll(() => waiting.allTextContents(), { timeout: 25_000 }).toEqual([])
  return page.getByRole('article').count()
}

async function violationsOf(page: Page, where: axe.ContextObject): Promise<string[]> {
  await page.evaluate(axe.source)
  const options: axe.RunOptions = { runOnly: wcag, resultTypes: ['violations'] }
  const script = `axe.run(${JSON.stringify(where)}, ${JSON.stringify(options)})`
  const { violations } = await page.evaluate<axe.AxeResults>(script)
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target}: ${node.failureSummary}`))
}

test('the page shows every state under a strict policy, and says nothing on the console', async () => {
  const page = await browser.newPage({ viewport })
  const messages = await open(page)
  expect(await reachAll(page)).toBe(await page.getByRole('navigation').getByRole('listitem').count())
  expect(messages).toEqual([])
  expect(await violationsOf(page, { exclude: [['.demo-stage']] })).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'in forced %s colours, at 320 px and with text twice as large, each state fits and has no violation',
  async (colorScheme) => {
    const page = await browser.newPage({ viewport, colorScheme, forcedColors: 'active', reducedMotion: 'reduce' })
    await open(page, '?width=320&text=28')
    const count = await reachAll(page)
    expect(await page.evaluate(overflowing)).toEqual([])
    expect(await violationsOf(page, { include: [['.demo-stage']] })).toEqual([])
    console.info(`axe: ${count} states in forced ${colorScheme} colours, at 320 px with text of 200 %`)
  },
)

/**
 * Where a panel has more in it than its width shows. Text that ends in an ellipsis is meant to, and so are a row of tabs
 * and what is there for screen readers alone, one pixel wide. Runs in the page.
 */
const overflowing = `[...document.querySelectorAll('.demo-stage, .demo-stage *')]
  .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 1)
  .filter((element) => getComputedStyle(element).overflowX !== 'visible' || element.matches('.demo-stage'))
  .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis' && !element.matches('[role=tablist]'))
  .map((element) => element.closest('.demo-card').id + ': ' + element.className)`

test('the address keeps how the page is looked at', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } })
  await open(page)
  await page.getByLabel('Theme').selectOption('dark')
  await page.getByLabel('Language').selectOption('Japanese')
  await page.getByRole('article').getByRole('link', { name: 'Signed out', exact: true }).click()
  await expect.poll(() => page.url()).toBe(`${site.url}?state=signed-out&theme=dark&lang=ja`)
  expect(await reachAll(page)).toBe(1)
  expect(await page.getByLabel('Language').inputValue()).toBe('ja')
  expect(await page.getByRole('region', { name: 'コンタクト' }).or(page.locator('[lang=ja]')).count()).toBeGreaterThan(
    0,
  )
})

test('an address of no state says so', async () => {
  const page = await browser.newPage()
  await open(page, '?state=nowhere')
  await page.getByRole('alert').getByText('There is no state called “nowhere”.').waitFor()
})

test('a fault on the page is what every panel gets, and latency how long it waits for it', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } })
  await open(page, '?state=rows')
  await page.getByText('Refund has not arrived').waitFor()
  await page.getByLabel('Latency').selectOption('1 s')
  await page.getByLabel('Fault').selectOption('denied')
  await page.getByText('The server may not read cases.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Loading cases').waitFor({ state: 'attached' })
  await page.getByText('The server may not read cases.').waitFor()
})
