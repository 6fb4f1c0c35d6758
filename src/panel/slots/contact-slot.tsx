import type { ReactNode } from 'react'
import { Slot } from './slot.tsx'
import type { ContactSlot as Given } from './slots-context.ts'

interface ContactSlotProps extends Given {
  readonly name: 'renderHeader' | 'renderEmpty'
  readonly render: (given: Given) => ReactNode
}

/** A part of a contact's view that the desktop draws. Page styles reach it, and not the panel's own in it. */
export function ContactSlot({ name, render, contact, view, content: own }: ContactSlotProps) {
  const content = <div className="contact-cases-own">{own}</div>
  return (
    <div className="contact-cases-slot">
      <Slot name={name} render={render} given={{ contact, view, content }} of={contact} fallback={content} />
    </div>
  )
}
