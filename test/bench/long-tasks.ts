import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ccpOf } from '../support/ccp.ts'
import { exactly, type Figure, figure } from '../support/figure.ts'
import { medianOf } from './in-turns.ts'
import { measuredContact, putAway, ringUntilPainted } from './measured-contact.ts'
import { openStage } from './stage.ts'

const contact = measuredContact(10)
const longMs = 50

// The browser names the script of whatever took more than 5 ms of a frame that took more than 50.
const observe = `
  window.slowScripts = []
  new PerformanceObserver((list) => {
    for (const { scripts } of list.getEntries()) {
      for (const { sourceURL, duration } of scripts) slowScripts.push({ sourceURL, duration })
    }
  }).observe({ type: 'long-animation-frame' })
`

const slowScripts = z.array(z.object({ sourceURL: z.string(), duration: z.number() }))

/** Tasks of more than 50 ms while contacts ring and are put away, the first of a page among them. */
export async function longTaskFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const side = await stage.side('panel')
  const longest: number[] = []
  let count = 0
  for (let run = 0; run < runs; run++) {
    const page = await side.open()
    await ccpOf(page)
    await page.waitForLoadState('networkidle')
    const own = (await slowWhileRinging(page)).filter(({ sourceURL }) => sourceURL.includes('/assets/index-'))
    count += own.filter(({ duration }) => duration > longMs).length
    longest.push(Math.max(0, ...own.map(({ duration }) => duration)))
    await page.context().close()
  }
  await stage.close()
  return [
    figure(`tasks of ours over ${longMs} ms in ${runs} pages in which contacts ring`, count, exactly(0)),
    figure('  the longest of a page, where a frame took long; median', medianOf(longest), null, 'ms'),
    figure('  the longest of all', Math.max(...longest), null, 'ms'),
  ]
}

async function slowWhileRinging(page: Page): Promise<z.infer<typeof slowScripts>> {
  await page.evaluate(observe)
  for (let ring = 0; ring < 3; ring++) {
    await ringUntilPainted(page, contact)
    await putAway(page, contact)
  }
  return slowScripts.parse(await page.evaluate('slowScripts'))
}
