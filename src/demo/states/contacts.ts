import type { DeskContact } from '../../contact/contact-source.ts'
import { contactOf, deskOf } from '../../panel/testing/desk-builders.ts'
import { casesOf, minute } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { DemoState, PanelState, StateGroup } from '../demo-state.ts'
import { press, seeing } from '../user-act.ts'

export function contactStates(now: number): StateGroup {
  const backend = { cases: () => casesOf(now, 4) }
  return {
    name: 'The contact',
    states: [
      {
        id: 'ringing',
        name: 'Ringing',
        description: 'A call rings; its cases are there before the agent accepts it.',
        desk: deskWith(chatOf(now, { channel: 'voice', phase: 'incoming', phaseSince: null })),
        backend,
        shows: ({ messages }) => messages.phases.incoming,
      },
      {
        id: 'ended',
        name: 'After the contact',
        description: 'The customer has left; the cases stay while the agent writes up the contact.',
        desk: deskWith(chatOf(now, { phase: 'afterCallWork' })),
        backend,
        shows: ({ messages }) => messages.phases.afterCallWork,
      },
      transferred(now),
      several(now),
      pinned(now),
    ],
  }
}

function transferred(now: number): DemoState {
  const first = contactOf('77d1a7b0-8c0e-4a46-9c35-6f8a2f0d1b3c')
  const contact = chatOf(now, { initialContactArn: first.contactArn })
  return {
    id: 'transferred',
    name: 'Transferred',
    description: 'A colleague passed the customer on; cases of the first contact are there too, and marked.',
    desk: deskWith(contact),
    backend: { cases: (contactId) => (contactId === contact.contactId ? casesOf(now, 2) : casesOf(now, 2, 6)) },
    shows: ({ messages }) => messages.list.beforeTransfer,
  }
}

/** Five contacts: as many chats as Amazon Connect gives an agent at once, in the middle of their stories. */
function busyDesk(now: number): readonly DeskContact[] {
  const of = (contactId: string, minutes: number, more: Partial<DeskContact>) =>
    contactOf(contactId, { phaseSince: now - (minutes + 0.3) * minute, ...more })
  return [
    of('2b8e6d3a-voice', 6, { channel: 'voice', queueName: 'Billing', phase: 'connected' }),
    of('8c1f0b7d-chat', 2, { queueName: 'Deliveries', phase: 'connecting' }),
    of('4a9d2e5c-chat', 11, { queueName: 'Deliveries and returns, international', phase: 'connected' }),
    of('6e3b8f1a-task', 34, { channel: 'task', queueName: null, phase: 'paused' }),
    of('9f7c4d2b-email', 3, { channel: 'email', queueName: 'Complaints', phase: 'afterCallWork' }),
  ]
}

function several(now: number): PanelState {
  const contacts = busyDesk(now)
  return {
    id: 'several-contacts',
    name: 'Several contacts',
    description: 'Five contacts at once; the panel follows the one that the desk shows.',
    desk: deskOf(contacts, '2b8e6d3a-voice'),
    backend: { cases: (contactId) => casesOf(now, contactId.length % 5) },
    shows: ({ messages }) => messages.channels.voice,
  }
}

function pinned(now: number): DemoState {
  return {
    ...several(now),
    id: 'pinned-contact',
    name: 'A contact kept here',
    description: 'The agent keeps one contact in the panel while the desk goes on to others.',
    acts: [seeing(({ messages }) => messages.channels.voice), press(({ messages }) => messages.contact.pin)],
    shows: ({ messages }) => messages.contact.pinned,
  }
}
