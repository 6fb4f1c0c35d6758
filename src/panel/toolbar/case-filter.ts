import { type RefObject, useRef, useState } from 'react'

/** The filter of one contact's list: it lives and goes with the contact's view. */
export interface CaseFilter {
  readonly isOpen: boolean
  readonly text: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly field: RefObject<HTMLInputElement | null>
  setText(text: string): void
  /** Shows the field with the keyboard in it. */
  open(): void
  /** Takes field and filter away; the keyboard goes to the button that brings them back. */
  close(): void
}

export function useCaseFilter(): CaseFilter {
  const [text, setText] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  return {
    isOpen: text !== null,
    text: text ?? '',
    button,
    field,
    setText,
    open() {
      setText((before) => before ?? '')
      field.current?.focus()
    },
    close() {
      setText(null)
      button.current?.focus()
    },
  }
}
