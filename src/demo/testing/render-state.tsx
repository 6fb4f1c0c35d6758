import { cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { expect, onTestFinished, vi } from 'vitest'
import { loadWords } from '../../locales/load-words.ts'
import type { PanelTheme } from '../../panel/panel-root.tsx'
import type { DemoState } from '../demo-state.ts'
import { StatePanel } from '../state-panel.tsx'
import { allStates } from '../states/all-states.ts'
import '../demo.css'

/** Every state, at this moment. */
export const states: readonly DemoState[] = allStates(Date.now()).flatMap((group) => group.states)

interface Looks {
  readonly lang?: string
  readonly theme?: PanelTheme
}

/** A state's panel in a column of 360 by 440 px, once the state is reached; the only one in the document. */
export async function renderState(state: DemoState, { lang = 'en', theme = 'light' }: Looks = {}) {
  cleanup()
  onTestFinished(cleanup)
  const words = await loadWords(lang)
  const panelIn = (look: PanelTheme) => (
    <main className="demo-frame" style={{ inlineSize: 360, blockSize: 440 }}>
      <StatePanel state={state} conditions={{ latencyMs: 0, fault: 'none' }} words={words} theme={look} />
    </main>
  )
  const { rerender } = render(panelIn(theme), { wrapper: StrictMode })
  const frame = screen.getByRole('main')
  await vi.waitFor(() => expect(frame.firstChild).toHaveAttribute('data-reached', 'true'), { timeout: 10_000 })
  return { frame, setTheme: (next: PanelTheme) => rerender(panelIn(next)) }
}
