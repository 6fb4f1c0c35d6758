import { agentStates, type Contact, type Desk, emptyDesk, findContact, type Phase } from './desk.ts'
import { canTransfer, phaseAfter, type Step } from './phases.ts'
import type { Channel } from './setup.ts'

interface Ringing {
  readonly contactId: string
  readonly channel: Channel
  readonly queueName: string
  readonly label: string
  readonly phase: 'incoming' | 'connecting'
}

/** What can happen on a desk. Times and ids come from outside. */
export type DeskAction =
  | { readonly type: 'ring'; readonly at: number; readonly contact: Ringing }
  | { readonly type: 'step'; readonly at: number; readonly step: Step; readonly contactId: string }
  | { readonly type: 'transfer'; readonly at: number; readonly contactId: string; readonly newId: string }
  | { readonly type: 'view'; readonly contactId: string | null }
  | { readonly type: 'setAgentState'; readonly at: number; readonly name: string }
  | { readonly type: 'leave'; readonly access: 'signedOut' | 'expired' | 'denied' }
  | { readonly type: 'signIn'; readonly at: number; readonly agent: string }
  | { readonly type: 'answerFrom'; readonly at: number | null }

/** The desk after an action; the same desk where the action does not fit. */
export function reduceDesk(desk: Desk, action: DeskAction): Desk {
  switch (action.type) {
    case 'ring':
      return ring(desk, action.contact, action.at)
    case 'step':
      return takeStep(desk, action.step, action.contactId, action.at)
    case 'transfer':
      return transfer(desk, action.contactId, action.newId, action.at)
    case 'view':
      return view(desk, action.contactId)
    case 'setAgentState':
      return setAgentState(desk, action.name, action.at)
    case 'leave':
      return desk.access === action.access
        ? desk
        : { ...desk, access: action.access, contacts: [], viewedContactId: null }
    case 'signIn':
      return signIn(desk, action.agent, action.at)
    case 'answerFrom':
      return { ...desk, answersFrom: action.at }
  }
}

function ring(desk: Desk, ringing: Ringing, at: number): Desk {
  if (desk.access !== 'signedIn' || findContact(desk, ringing.contactId)) return desk
  const contact = { ...ringing, initialContactId: ringing.contactId, phaseSince: at, arrivedAt: at, accepted: false }
  return { ...desk, contacts: [...desk.contacts, contact] }
}

function takeStep(desk: Desk, step: Step, contactId: string, at: number): Desk {
  const contact = findContact(desk, contactId)
  const phase = contact ? phaseAfter(step, contact.phase) : null
  if (!contact || phase === null) return desk
  if (phase === 'gone') return without(desk, contactId)
  // The softphone turns to the contact that the agent takes, by a click or by auto-accept.
  const takes = step === 'accept' || (step === 'connect' && !contact.accepted)
  const viewedContactId = takes ? contactId : desk.viewedContactId
  const accepted = contact.accepted || step === 'accept'
  return { ...replace(desk, { ...inPhase(contact, phase, at), accepted }), viewedContactId }
}

/** The other agent of a transfer is this one too, so that the desk shows both ends. */
function transfer(desk: Desk, contactId: string, newId: string, at: number): Desk {
  const old = findContact(desk, contactId)
  if (!old || !canTransfer(old.phase)) return desk
  const label = old.label.endsWith(transferred) ? old.label : old.label + transferred
  const next = { ...inPhase(old, 'connecting', at), contactId: newId, label, arrivedAt: at, accepted: true }
  const left = replace(desk, inPhase(old, 'afterCallWork', at))
  return { ...left, contacts: [...left.contacts, next], viewedContactId: newId }
}

const transferred = ' (transferred)'

function view(desk: Desk, contactId: string | null): Desk {
  if (contactId === desk.viewedContactId) return desk
  if (contactId !== null && !findContact(desk, contactId)) return desk
  return { ...desk, viewedContactId: contactId }
}

function setAgentState(desk: Desk, name: string, at: number): Desk {
  if (name === desk.agentState.name || !agentStates.some((state) => state.name === name)) return desk
  return { ...desk, agentState: { name, since: at } }
}

/** Another agent finds an empty desk; so does one who comes back. */
function signIn(desk: Desk, agent: string, at: number): Desk {
  if (desk.access === 'signedIn' && desk.agent === agent) return desk
  return emptyDesk(agent, desk.answersFrom, at)
}

function inPhase(contact: Contact, phase: Phase, at: number): Contact {
  return contact.phase === phase ? contact : { ...contact, phase, phaseSince: at }
}

function replace(desk: Desk, contact: Contact): Desk {
  return { ...desk, contacts: desk.contacts.map((old) => (old.contactId === contact.contactId ? contact : old)) }
}

function without(desk: Desk, contactId: string): Desk {
  return {
    ...desk,
    contacts: desk.contacts.filter((contact) => contact.contactId !== contactId),
    viewedContactId: desk.viewedContactId === contactId ? null : desk.viewedContactId,
  }
}
