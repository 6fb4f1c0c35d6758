import type { Page } from 'playwright-core'
import './alone-api.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { inTurns, medianOf, type Run, spreadFigure } from './in-turns.ts'
import { openStage } from './stage.ts'
import { round } from './statistics.ts'

/** "Load more" at the end of fifty rows and of five thousand: script, layout and paint, without a network. */
export async function loadMoreFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const side = await stage.side('alone')
  const [few, many] = [await side.open(), await side.open()]
  let visits = 0
  const ofFew: Run = async () => {
    const contactId = `endless-few-${visits++}`
    await few.evaluate((id) => alone.open(id, 50), contactId)
    return readOn(few, contactId, 50)
  }
  await many.evaluate(() => alone.open('endless-many', 5_000))
  let loaded = 5_000
  const ofMany: Run = async () => {
    const ms = await readOn(many, 'endless-many', loaded)
    loaded += 10
    return ms
  }
  await inTurns(3, { few: ofFew, many: ofMany })
  const times = await inTurns(runs, { few: ofFew, many: ofMany })
  await stage.close()
  return [
    figure('"Load more" at 5,000 rows against at 50', round(medianOf(times.many) / medianOf(times.few)), atMost(1.2)),
    spreadFigure('  at 50', times.few),
    spreadFigure('  at 5,000', times.many),
  ]
}

function readOn(page: Page, contactId: string, loaded: number): Promise<number> {
  return page.evaluate(([id, count]) => alone.readOn(id, count), [contactId, loaded] as const)
}
