import { type Contact, type Desk, findContact, type Phase } from '../../desk/desk.ts'
import type { Channel } from '../../desk/setup.ts'

/** Something that happened to a contact, by its topic's key. */
export interface ContactEvent {
  readonly key: string
  readonly contact: Contact
}

/** The topics behind the `on…` methods of `ContactClient`. Nothing is told of a pause. */
const keys: Record<Phase, string | null> = {
  incoming: 'contact/incoming',
  pending: 'contact/pending',
  connecting: 'contact/connecting',
  connected: 'contact/connected',
  paused: null,
  missed: 'contact/missed',
  rejected: 'contact/missed',
  error: 'contact/error',
  afterCallWork: 'contact/acw',
}

/** What apps may hear of a change on the desk. */
export function contactEvents(before: Desk, after: Desk): ContactEvent[] {
  const left = before.contacts.filter(({ contactId }) => !findContact(after, contactId))
  return [
    ...after.contacts.flatMap((contact) => eventOf(findContact(before, contact.contactId)?.phase, contact)),
    // `onDestroyed`, deprecated, follows `onCleared`.
    ...left.flatMap((contact) => ['contact/cleared', 'contact/destroy'].map((key) => ({ key, contact }))),
  ]
}

function eventOf(before: Phase | undefined, contact: Contact): ContactEvent[] {
  const key = keys[contact.phase]
  const resumed = before === 'paused' && contact.phase === 'connected'
  return key === null || before === contact.phase || resumed ? [] : [{ key, contact }]
}

const subtypes: Record<Channel, string> = {
  voice: 'connect:Telephony',
  queue_callback: 'connect:Telephony',
  chat: 'connect:Chat',
  task: 'connect:Task',
  email: 'connect:Email',
}

export function channelType({ channel }: Contact) {
  return { type: channel, subtype: subtypes[channel] }
}

/** The first contact of the chain; absent where the contact was not transferred. */
export function initialContactId({ contactId, initialContactId }: Contact): string | undefined {
  return initialContactId === contactId ? undefined : initialContactId
}
