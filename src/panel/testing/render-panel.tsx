import { act, cleanup, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { onTestFinished } from 'vitest'
import { type Call, createScriptedBackend } from '../../cases/testing/scripted-backend.ts'
import type { DeskState } from '../../contact/contact-source.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { ContactCases } from '../contact-cases.tsx'

interface PanelOptions {
  readonly desk: DeskState
  /** Answers requests; without it they wait in `calls`. */
  readonly rule?: (call: Call) => void
  readonly caseUrlTemplate?: string
}

/**
 * The panel in StrictMode, over a desk set by hand and a backend that answers by a rule. As in life, the desk
 * answers after the panel is there.
 */
export function renderPanel({ desk, rule, caseUrlTemplate }: PanelOptions) {
  onTestFinished(cleanup)
  const backend = createScriptedBackend(rule)
  const source = createMemorySource()
  const { container } = render(
    <ContactCases source={source} client={backend.client} caseUrlTemplate={caseUrlTemplate} />,
    { wrapper: StrictMode },
  )
  act(() => source.set(desk))
  return { ...backend, source, container }
}
