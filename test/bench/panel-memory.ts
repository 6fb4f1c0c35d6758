import type { CDPSession, Page } from 'playwright-core'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { openStage, toolsOf } from './stage.ts'
import { round } from './statistics.ts'

// A query's timer holds what nobody else does any more for a minute.
const forgottenAfterMs = 65_000

/** What a panel holds after so many contacts of ten cases, against after a hundred, once all garbage is collected. */
export async function panelMemoryFigures(contacts: number): Promise<Figure[]> {
  const stage = await openStage()
  const page = await (await stage.side('alone')).open()
  const tools = await toolsOf(page)
  await page.evaluate(() => alone.visit('visit', 0, 100))
  const before = await held(page, tools)
  await page.evaluate((count) => alone.visit('visit', 100, count), contacts)
  const after = await held(page, tools)
  await stage.close()
  return [
    figure(`memory after ${contacts} contacts against after 100`, round(after.heap / before.heap), atMost(1.05)),
    figure('  after 100', round(before.heap / 1_000_000), null, 'MB'),
    figure(`  after ${contacts}`, round(after.heap / 1_000_000), null, 'MB'),
    figure('  nodes of the document that came to stay', after.nodes - before.nodes, atMost(0)),
    figure('  listeners that came to stay', after.listeners - before.listeners, atMost(0)),
  ]
}

async function held(page: Page, tools: CDPSession) {
  await page.waitForTimeout(forgottenAfterMs)
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await tools.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}
