import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { allStates } from './states/all-states.ts'
import { drawInOpenSans } from './testing/open-sans.ts'
import { renderState } from './testing/render-state.tsx'

/*
 * The references are beside this file, in __screenshots__. When a difference is wanted, renew them and look at each:
 *   npx vitest run --project browser src/demo/screenshots --update
 */

/** Of each picture's 158,400 pixels 316 may differ: a time of day in another time zone, but not a title. */
const tolerance = { comparatorName: 'pixelmatch', comparatorOptions: { allowedMismatchedPixelRatio: 0.002 } } as const

// With the clock standing still, "4 min. ago" and countdowns say the same in every run.
const now = Date.UTC(2026, 2, 11, 9, 41)
beforeAll(async () => {
  // A window that is higher than the browser's page would be drawn smaller.
  await page.viewport(480, 600)
  await drawInOpenSans()
})
beforeEach(() => {
  vi.setSystemTime(now)
  stopLongTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What goes by itself after seconds, like the mark of a new case, stays for its picture on a slow machine too. */
function stopLongTimers() {
  const start = window.setTimeout.bind(window)
  vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => (ms < 4_000 ? start(run, ms) : 0))
}

// Their letters are not in Open Sans: a picture would tell of the machine's fonts, not of the panel.
const inFontsOfTheMachine = ['scripts', 'mixed-direction']
const states = allStates(now)
  .flatMap((group) => group.states)
  .filter(({ id }) => !inFontsOfTheMachine.includes(id))

test.for(states)('$name: looks as it did, in light and in dark', async (state) => {
  const { frame, setTheme } = await renderState(state)
  for (const theme of ['light', 'dark'] as const) {
    setTheme(theme)
    await expect(frame).toMatchScreenshot(`${state.id}-${theme}`, tolerance)
  }
})
