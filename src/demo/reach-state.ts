import type { Words } from '../locales/words.ts'
import type { DemoState } from './demo-state.ts'
import { seeing } from './user-act.ts'

/** Does what an agent did to get to the state; resolves when it is on screen, rejects when the signal ends it. */
export async function reachState(state: DemoState, panel: HTMLElement, words: Words, signal: AbortSignal) {
  // Inert meanwhile: what takes the focus in the panel must not scroll a page full of panels.
  panel.inert = true
  for (const act of state.acts ?? []) await act(panel, words, signal)
  panel.inert = false
  await seeing(state.shows)(panel, words, signal)
}
