import { expect, test, vi } from 'vitest'
import { renderState, states } from './testing/render-state.tsx'

test.for(states)('$name: is reached, and nothing is said on the console', async (state) => {
  const says = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  await renderState(state)
  for (const spy of says) expect(spy).not.toHaveBeenCalled()
})
