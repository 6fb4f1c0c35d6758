import type { Page } from 'playwright-core'
import { ccpOf } from '../support/ccp.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { inTurns, medianOf, spreadFigure } from './in-turns.ts'
import { measuredContact, putAway, ringUntilPainted } from './measured-contact.ts'
import { openStage, type Side } from './stage.ts'
import { round } from './statistics.ts'

const contact = measuredContact(10)

/** A contact rings: from the first event of it to its ten painted rows. */
export async function ringFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const [panel, bare] = [await stage.side('panel'), await stage.side('bare')]
  const [usual, strict] = [await stage.side('usual'), await stage.side('strict')]
  const again = {
    panel: ringsOn(await openPage(panel)),
    bare: ringsOn(await openPage(bare)),
    usual: ringsOn(await openPage(usual)),
    strict: ringsOn(await openPage(strict)),
  }
  await inTurns(3, again)
  const warm = await inTurns(runs, again)
  const first = await inTurns(runs, { panel: firstRingOn(panel), bare: firstRingOn(bare), usual: firstRingOn(usual) })
  await stage.close()
  return [
    figure('first event of a contact → rows painted, against bare', ratio(warm.panel, warm.bare), atMost(1.25)),
    figure('  against usual', ratio(warm.panel, warm.usual), null),
    figure('  against strict', ratio(warm.panel, warm.strict), null),
    ...Object.entries(warm).map(([name, times]) => spreadFigure(`  ${name}`, times)),
    figure('the same, first contact of a page, against bare', ratio(first.panel, first.bare), atMost(1.25)),
    figure('  against usual', ratio(first.panel, first.usual), null),
    ...Object.entries(first).map(([name, times]) => spreadFigure(`  ${name}`, times)),
  ]
}

async function openPage(side: Side): Promise<Page> {
  const page = await side.open()
  await ccpOf(page)
  await page.waitForLoadState('networkidle')
  return page
}

const ringsOn = (page: Page) => async (): Promise<number> => {
  const { ms } = await ringUntilPainted(page, contact)
  await putAway(page, contact)
  return ms
}

/** Nothing is warm: the page was just loaded, in a browser profile of its own. */
const firstRingOn = (side: Side) => async (): Promise<number> => {
  const page = await openPage(side)
  const { ms } = await ringUntilPainted(page, contact)
  await page.context().close()
  return ms
}

function ratio(one: readonly number[], other: readonly number[]): number {
  return round(medianOf(one) / medianOf(other))
}
