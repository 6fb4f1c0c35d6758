import type { ReactNode, Ref } from 'react'
import { fill } from '../locales/plural.ts'
import { usePreferences } from './preferences-context.ts'
import { useWords } from './words-context.tsx'

export interface IconButtonProps {
  /** What it does: its name, and its tooltip. */
  readonly label: string
  /** The key that does the same, as people read it: `R`. */
  readonly keys?: string
  readonly icon: ReactNode
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly busy?: boolean
  readonly tabIndex?: number
  readonly ref?: Ref<HTMLButtonElement>
}

/** A small button with a sign on it; a tooltip on hover and focus says what it does and with which key. */
export function IconButton({ label, keys, icon, onPress, pressed, expanded, busy, tabIndex, ref }: IconButtonProps) {
  const { messages } = useWords()
  const [{ shortcuts }] = usePreferences()
  const working = keys?.length === 1 && !shortcuts ? undefined : keys
  return (
    <button
      type="button"
      className="contact-cases-icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-busy={busy}
      aria-keyshortcuts={working}
      data-tooltip={working === undefined ? label : fill(messages.shortcut, { action: label, keys: working })}
      tabIndex={tabIndex}
      onClick={onPress}
      ref={ref}
    >
      {icon}
    </button>
  )
}
