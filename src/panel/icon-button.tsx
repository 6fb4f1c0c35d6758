import type { ReactNode, Ref } from 'react'
import { fill } from '../locales/plural.ts'
import { useWords } from './words-context.tsx'

export interface IconButtonProps {
  /** What it does: its name, and its tooltip. */
  readonly label: string
  /** The key that does the same, as people read it: `R`. */
  readonly keys?: string
  readonly icon: ReactNode
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly tabIndex?: number
  readonly ref?: Ref<HTMLButtonElement>
}

/** A small button with a sign on it; a tooltip on hover and focus says what it does and with which key. */
export function IconButton({ label, keys, icon, onPress, pressed, tabIndex, ref }: IconButtonProps) {
  const { messages } = useWords()
  return (
    <button
      type="button"
      className="contact-cases-icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : fill(messages.shortcut, { action: label, keys })}
      tabIndex={tabIndex}
      onClick={onPress}
      ref={ref}
    >
      {icon}
    </button>
  )
}
