import { useEffect, useRef, useState } from 'react'
import { createMemorySource } from '../contact/memory-source.ts'
import type { Words } from '../locales/words.ts'
import { ContactCases } from '../panel/contact-cases.tsx'
import type { PanelDensity, PanelTheme } from '../panel/panel-root.tsx'
import { createPreferences } from '../panel/preferences.ts'
import { StartFailure } from '../panel/states/start-failure.tsx'
import { WordsContext } from '../panel/words-context.tsx'
import { fixedSignIn } from '../sign-in/testing/fixed-sign-in.ts'
import { createDemoClient } from './demo-client.ts'
import type { DemoState, PanelState } from './demo-state.ts'
import { reachState } from './reach-state.ts'
import type { Conditions } from './scripted-fetch.ts'

interface Looks {
  readonly conditions: Conditions
  readonly words: Words
  readonly theme: PanelTheme
  readonly density?: PanelDensity
}

/** One state on screen. Another state, language or network needs another one of these: give it a key of them. */
export function StatePanel({ state, ...looks }: Looks & { readonly state: DemoState }) {
  const { words, theme } = looks
  const { fault } = looks.conditions
  const stage = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(false)

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    // With a fault of the page there is nothing to press.
    if (stage.current === null || fault !== 'none') return
    reachState(state, stage.current, words, signal).then(
      () => setReached(true),
      (error: unknown) => signal.aborted || reportError(error),
    )
    return () => leaving.abort()
  }, [state, words, fault])

  return (
    <div className="demo-stage" ref={stage} data-reached={reached}>
      {'failure' in state ? (
        <WordsContext value={words}>
          <StartFailure {...state.failure} theme={theme} />
        </WordsContext>
      ) : (
        <LivePanel state={state} {...looks} />
      )}
    </div>
  )
}

function LivePanel({ state, conditions, words, theme, density }: Looks & { readonly state: PanelState }) {
  const [parts] = useState(() => partsOf(state, conditions))
  const looks = { words, theme, density, caseUrlTemplate: 'https://example.com/cases/{caseId}' }
  return <ContactCases {...parts} {...looks} {...state.panel} />
}

function partsOf(state: PanelState, conditions: Conditions) {
  const stored = JSON.stringify(state.preferences ?? {})
  return {
    source: createMemorySource(state.desk),
    signIn: state.signIn && fixedSignIn(state.signIn),
    client: createDemoClient(state, conditions),
    preferences: createPreferences({ getItem: () => stored, setItem: () => {} }, 'demo'),
  }
}
