import { useEffect, useRef, useState } from 'react'
import { createMemorySource } from '../contact/memory-source.ts'
import type { Words } from '../locales/words.ts'
import { ContactCases, type ContactCasesProps } from '../panel/contact-cases.tsx'
import { createPreferences } from '../panel/preferences.ts'
import { createDemoClient } from './demo-client.ts'
import type { DemoState } from './demo-state.ts'
import { reachState } from './reach-state.ts'
import type { Conditions } from './scripted-fetch.ts'

export interface StatePanelProps {
  readonly state: DemoState
  readonly conditions: Conditions
  readonly words: Words
  readonly theme: ContactCasesProps['theme']
}

/** The panel in one state. Another state, language or network needs another panel: give it a key of them. */
export function StatePanel({ state, conditions, words, theme }: StatePanelProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [parts] = useState(() => partsOf(state, conditions))
  const [reached, setReached] = useState(false)

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const reaching = stage.current ? reachState(state, stage.current, words, signal) : Promise.resolve()
    reaching.then(
      () => setReached(true),
      (error: unknown) => signal.aborted || reportError(error),
    )
    return () => leaving.abort()
  }, [state, words])

  return (
    <div className="demo-stage" ref={stage} data-reached={reached}>
      <ContactCases {...parts} caseUrlTemplate="https://example.com/cases/{caseId}" words={words} theme={theme} />
    </div>
  )
}

function partsOf(state: DemoState, conditions: Conditions) {
  const stored = JSON.stringify(state.preferences ?? {})
  return {
    source: createMemorySource(state.desk),
    client: createDemoClient(state, conditions),
    preferences: createPreferences({ getItem: () => stored, setItem: () => {} }, 'demo'),
  }
}
