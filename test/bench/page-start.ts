import { atMost, type Figure, figure } from '../support/figure.ts'
import { inTurns, medianOf, type Run, spreadFigure } from './in-turns.ts'
import { openStage, type Stage, slowDown } from './stage.ts'
import { round } from './statistics.ts'
import { installStopwatch, timeOfStart } from './stopwatch.ts'

/** There once React has drawn the panel: its keys and buttons answer from then on. */
const started = { panel: '.contact-cases-desk *', empty: '#started' } as const

/** From the navigation to an interactive panel, beside a page of React that does nothing; nothing is kept from before. */
export async function startFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const urls = {
    panel: (await stage.side('panel')).url,
    empty: (await stage.side('empty')).url,
  }
  const start =
    (name: keyof typeof urls, rate: number): Run =>
    () =>
      startOf(stage, urls[name], started[name], rate)
  const [usual, slow] = [1, 4].map((rate) => ({ panel: start('panel', rate), empty: start('empty', rate) }))
  if (usual === undefined || slow === undefined) throw new Error('two rates were asked for')
  await inTurns(2, usual)
  const atOnce = await inTurns(runs, usual)
  const slowed = await inTurns(runs, slow)
  await stage.close()
  const ratio = ({ panel, empty }: typeof atOnce) => round(medianOf(panel) / medianOf(empty))
  return [
    figure('page start → panel interactive, against an empty React page', ratio(atOnce), atMost(1.5)),
    spreadFigure('  panel', atOnce.panel),
    spreadFigure('  empty', atOnce.empty),
    figure('the same, with the CPU slowed 4×', ratio(slowed), atMost(1.5)),
    spreadFigure('  panel', slowed.panel),
    spreadFigure('  empty', slowed.empty),
  ]
}

async function startOf({ browser }: Stage, url: string, selector: string, rate: number): Promise<number> {
  const page = await browser.newPage()
  await installStopwatch(page, selector)
  await slowDown(page, rate)
  await page.goto(url, { waitUntil: 'commit' })
  const ms = await timeOfStart(page)
  await page.context().close()
  return ms
}
