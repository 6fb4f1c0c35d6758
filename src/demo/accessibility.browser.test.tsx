import axe from 'axe-core'
import { afterAll, expect, test } from 'vitest'
import { renderState, states } from './testing/render-state.tsx'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const themes = ['light', 'dark'] as const
const languages = ['en', 'ja', 'ar-XB']
let combinations = 0

afterAll(() => {
  console.info(`axe: ${combinations} combinations of state, theme and language were checked`)
})

test.for(states)(
  '$name: has no accessibility violation in any theme and language',
  { timeout: 60_000 },
  async (state) => {
    for (const lang of languages) {
      const { frame, setTheme } = await renderState(state, { lang })
      for (const theme of themes) {
        setTheme(theme)
        expect(await violationsIn(frame), `${lang}, ${theme}`).toEqual([])
        combinations += 1
      }
    }
  },
)

async function violationsIn(frame: Element): Promise<string[]> {
  const { violations } = await axe.run(frame, { runOnly: standards, resultTypes: ['violations'] })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary} ${node.html}`))
}
