import type { DeskContact, DeskState } from '../contact/contact-source.ts'
import { contactOf, deskOf } from '../panel/testing/desk-builders.ts'
import { minute } from './demo-case.ts'

const contactId = '1f6a4c0e-52b1-4d6c-9b7e-0a3d8c51e924'

/** A chat of the billing queue, in conversation since four minutes, unless told otherwise. */
export function chatOf(now: number, more: Partial<DeskContact> = {}): DeskContact {
  return contactOf(contactId, { phaseSince: now - 4.3 * minute, ...more })
}

/** A desk with one contact on it, which is viewed. */
export function deskWith(contact: DeskContact): DeskState {
  return deskOf([contact], contact.contactId)
}
