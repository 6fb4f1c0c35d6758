import type { CDPSession, Page } from 'playwright-core'
import { objectBytesOf } from './object-bytes.ts'

/** What a page has at a moment, after everything that can be collected was. */
export interface PageLevels {
  /**
   * Entries that Streams has logged since the last time. Outside the softphone itself it keeps them for good: nothing
   * there starts what sends them (`scheduleDownstreamClientSideLogsPush` of its 2.28.2). So they are taken out here.
   */
  readonly logEntries: number
  /** Of the heap, what scripts made. */
  readonly objectBytes: number
  /** All of it, with what the engine compiled. */
  readonly heapBytes: number
  readonly nodes: number
  readonly listeners: number
  readonly documents: number
  readonly timers: number
  readonly queries: number
}

// Runs in the page before its own scripts. The query cache is the map that has the keys of cases.
const count = `if (self === top) {
  const timers = new Map()
  for (const [kind, once] of [['Timeout', true], ['Interval', false]]) {
    const set = globalThis['set' + kind], clear = globalThis['clear' + kind]
    globalThis['set' + kind] = (run, ms, ...values) => {
      const id = set(() => {
        if (once) timers.delete(id)
        run(...values)
      }, ms)
      timers.set(id, true)
      return id
    }
    globalThis['clear' + kind] = (id) => {
      timers.delete(id)
      clear(id)
    }
  }
  const { set } = Map.prototype
  let queries = null
  Map.prototype.set = function (key, value) {
    if (queries === null && typeof key === 'string' && key.startsWith('["contact-cases",')) queries = this
    return set.call(this, key, value)
  }
  globalThis.countKept = () => ({ timers: timers.size, queries: queries?.size ?? 0 })
}`

/** Makes the page count what it keeps; call before it is opened. */
export async function countKept(page: Page): Promise<void> {
  await page.addInitScript(count)
}

/** The levels now. */
export async function levelsOf(page: Page, cdp: CDPSession): Promise<PageLevels> {
  // Streams drops what it logged half an hour ago, and an hour ago for good.
  for (let half = 0; half < 3; half++) await page.clock.fastForward('31:00')
  const logEntries = await page.evaluate<number>('connect.getLog()._serverBoundInternalLogs.splice(0).length')
  for (let pass = 0; pass < 3; pass++) {
    await cdp.send('HeapProfiler.collectGarbage')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const { metrics } = await cdp.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN
  return {
    ...{ logEntries, objectBytes: await objectBytesOf(cdp), heapBytes: metric('JSHeapUsedSize') },
    ...{ nodes: metric('Nodes'), listeners: metric('JSEventListeners'), documents: metric('Documents') },
    ...(await page.evaluate<{ timers: number; queries: number }>('countKept()')),
  }
}
