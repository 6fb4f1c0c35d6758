import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allStates } from './states/all-states.ts'
import { hasFontsOfReferences } from './testing/fonts-of-references.ts'
import { renderState } from './testing/render-state.tsx'

/*
 * The references are beside this file, in __screenshots__. When a difference is wanted, renew them and look at each:
 *   npx vitest run --project browser src/demo/screenshots --update
 */

/** A hundredth of the panel: more than text moved by another version of the same font, less than a lost row or mark. */
const tolerance = { comparatorName: 'pixelmatch', comparatorOptions: { allowedMismatchedPixelRatio: 0.01 } } as const

// With the clock standing still, "4 min. ago" and countdowns say the same in every run.
const now = Date.UTC(2026, 2, 11, 9, 41)
beforeEach(() => vi.setSystemTime(now))
afterEach(() => vi.useRealTimers())

const pictures = allStates(now)
  .flatMap((group) => group.states)
  .flatMap((state) => (['light', 'dark'] as const).map((theme) => ({ state, theme, name: `${state.id}-${theme}` })))

// Other fonts break lines elsewhere: on such a machine the pictures would tell of the machine, not of the panel.
test.runIf(hasFontsOfReferences()).for(pictures)('$name looks as it did', async ({ state, theme, name }) => {
  const { container } = await renderState(state, { theme })
  await expect(container).toMatchScreenshot(name, tolerance)
})
