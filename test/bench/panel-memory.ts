import type { CDPSession, Page } from 'playwright-core'
import './alone-api.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { openStage, toolsOf } from './stage.ts'
import { round } from './statistics.ts'

// A query's timer holds what nobody else does any more for a minute.
const forgottenAfterMs = 65_000

// Until then V8 still compiles more of the panel: heap snapshots after 500 and 2,500 contacts differ by compiled code alone.
const warmUp = 2_000

/** What a panel holds after so many contacts of ten cases, against after a hundred, once all garbage is collected. */
export async function panelMemoryFigures(contacts: number): Promise<Figure[]> {
  const stage = await openStage()
  const page = await (await stage.side('alone')).open()
  const tools = await toolsOf(page)
  const visit = (name: string, from: number, to: number) =>
    page.evaluate(([begin, first, end]) => alone.visit(begin, first, end), [name, from, to] as const)
  await visit('first', 0, 100)
  const cold = await held(page, tools)
  await visit('warm', 0, warmUp)
  await visit('visit', 0, 100)
  const before = await held(page, tools)
  await visit('visit', 100, contacts)
  const after = await held(page, tools)
  await stage.close()
  return [
    figure(
      `memory after ${contacts} contacts against after 100, all compiled`,
      round(after.heap / before.heap),
      atMost(1.05),
    ),
    figure('  after 100', round(before.heap / 1_000_000), null, 'MB'),
    figure(`  after ${contacts}`, round(after.heap / 1_000_000), null, 'MB'),
    figure('  after 100 of a page that has just started', round(cold.heap / 1_000_000), null, 'MB'),
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
