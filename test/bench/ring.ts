import type { Page } from 'playwright-core'
import { ccpOf } from '../support/ccp.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { inTurns, medianOf, type Run, spreadFigure } from './in-turns.ts'
import { measuredContact, putAway, ringUntilPainted } from './measured-contact.ts'
import { openStage, type Side } from './stage.ts'
import { round } from './statistics.ts'

const contact = measuredContact(10)

/** A contact rings: from the first event of it to its ten painted rows. */
export async function ringFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const names = ['panel', 'bare', 'usual', 'strict'] as const
  const sides = new Map<(typeof names)[number], Side>()
  for (const name of names) sides.set(name, await stage.side(name))
  const pageOf = async (name: (typeof names)[number]): Promise<Page> => {
    const page = await sides.get(name)?.open()
    if (page === undefined) throw new Error(`there is no side ${name}`)
    await ccpOf(page)
    return page
  }
  const kept = new Map<string, Page>()
  for (const name of names) kept.set(name, await pageOf(name))
  const again =
    (name: (typeof names)[number]): Run =>
    async () => {
      const page = kept.get(name)
      if (page === undefined) throw new Error(`there is no side ${name}`)
      return ring(page)
    }
  const first =
    (name: (typeof names)[number]): Run =>
    async () => {
      const page = await pageOf(name)
      await page.waitForLoadState('networkidle')
      const ms = await ring(page)
      await page.context().close()
      return ms
    }
  await inTurns(3, { panel: again('panel'), bare: again('bare'), usual: again('usual'), strict: again('strict') })
  const warm = await inTurns(runs, {
    panel: again('panel'),
    bare: again('bare'),
    usual: again('usual'),
    strict: again('strict'),
  })
  const cold = await inTurns(runs, { panel: first('panel'), bare: first('bare'), usual: first('usual') })
  await stage.close()
  const ratio = (one: readonly number[], other: readonly number[]) => round(medianOf(one) / medianOf(other))
  return [
    figure('first event of a contact → rows painted, against bare', ratio(warm.panel, warm.bare), atMost(1.25)),
    figure('  against usual', ratio(warm.panel, warm.usual), null),
    figure('  against strict: no Streams, ids only', ratio(warm.panel, warm.strict), null),
    spreadFigure('  panel', warm.panel),
    spreadFigure('  bare', warm.bare),
    spreadFigure('  usual', warm.usual),
    spreadFigure('  strict', warm.strict),
    figure('the same, first contact of a page, against bare', ratio(cold.panel, cold.bare), atMost(1.25)),
    spreadFigure('  panel', cold.panel),
    spreadFigure('  bare', cold.bare),
    spreadFigure('  usual', cold.usual),
  ]
}

async function ring(page: Page): Promise<number> {
  const { ms } = await ringUntilPainted(page, contact)
  await putAway(page, contact)
  return ms
}
