import type { DeskContact } from '../../contact/contact-source.ts'
import type { Messages } from '../../locales/messages.ts'

/** What people call a contact: its channel and, where it has one, its queue. */
export function contactName({ channel, queueName }: DeskContact, { channels }: Messages): string {
  return queueName === null ? channels[channel] : `${channels[channel]} · ${queueName}`
}

/** The end of an id: ids of one desk often begin alike. */
export function shortId(contactId: string): string {
  return contactId.length <= 9 ? contactId : `…${contactId.slice(-8)}`
}
