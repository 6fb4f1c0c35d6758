import type { DeskContact, DeskState } from '../../contact/contact-source.ts'
import { contactToShow } from '../../contact/contact-to-show.ts'
import { type ContactCasesState, useShownCases } from '../use-shown-cases.ts'
import { useProvided } from './provided.ts'
import { useDeskState } from './use-desk-state.ts'

/** A contact of the desk, and its cases. */
export interface ContactWithCases extends ContactCasesState {
  /** The contact that these cases are of, and no other's. */
  readonly contact: DeskContact
}

/**
 * The cases of a contact of the desk; without one, of the contact that the agent looks at. null: it is not on the
 * desk, or nobody is signed in. While it is used they are read, once for all who use it, panels included.
 */
export function useContactCases(asked?: Pick<DeskContact, 'contactArn'>): ContactWithCases | null {
  const { source, memory, isOpen } = useProvided('useContactCases')
  const desk = useDeskState(source)
  const contact = isOpen ? contactOn(desk, asked) : null
  const state = useShownCases(memory, contact)
  return contact && { ...state, contact }
}

// As the desk has it now: of a contact that has left, nothing may be read again.
function contactOn(desk: DeskState, asked: Pick<DeskContact, 'contactArn'> | undefined): DeskContact | null {
  if (desk.status !== 'ready') return null
  if (asked === undefined) return contactToShow(desk)
  return desk.contacts.find(({ contactArn }) => contactArn === asked.contactArn) ?? null
}
