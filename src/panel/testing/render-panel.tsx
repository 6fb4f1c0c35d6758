import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { onTestFinished } from 'vitest'
import { type Call, createScriptedBackend } from '../../cases/testing/scripted-backend.ts'
import type { DeskState } from '../../contact/contact-source.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { ContactCases, type StandaloneProps } from '../contact-cases.tsx'
import { createPreferences } from '../preferences.ts'

interface PanelOptions extends Partial<Omit<StandaloneProps, 'source' | 'client'>> {
  readonly desk: DeskState
  /** Answers requests; without it they wait in `calls`. */
  readonly rule?: (call: Call) => void
  /** Of the element around the panel, in pixels. */
  readonly width?: number
  readonly height?: number
  /** Whether it is out of sight. */
  readonly hidden?: boolean
}

/**
 * The panel in StrictMode, over a desk set by hand and a backend that answers by a rule. As in life, the desk
 * answers after the panel is there.
 */
export function renderPanel({ desk, rule, width = 400, height = 600, hidden = false, ...props }: PanelOptions) {
  const container = document.createElement('div')
  container.style.cssText = `inline-size: ${width}px; block-size: ${height}px`
  container.hidden = hidden
  document.body.append(container)
  onTestFinished(() => {
    cleanup()
    container.remove()
  })
  const backend = createScriptedBackend(rule)
  const source = createMemorySource()
  const preferences = createPreferences({ getItem: () => null, setItem: () => {} }, '')
  render(<ContactCases source={source} client={backend.client} preferences={preferences} {...props} />, {
    container,
    wrapper: StrictMode,
  })
  act(() => source.set(desk))
  return { ...backend, source, container, preferences }
}

/** The ids of the cases on screen, from the top down. */
export function caseIds(): string[] {
  return screen.queryAllByRole('row').flatMap(({ dataset }) => dataset['caseId'] ?? [])
}
