import { isCall, isChoosable } from './agent-state.ts'
import { type Access, type Contact, type Desk, emptyDesk, findContact, type Phase } from './desk.ts'
import { canTransfer, phaseAfter, type Step } from './phases.ts'
import type { Channel } from './setup.ts'
import { type ThirdPartyStep, thirdPartyAfter } from './third-party.ts'

interface Ringing {
  readonly contactId: string
  /** The first contact of the chain, where another agent has transferred this one here. */
  readonly initialContactId?: string | undefined
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
  | { readonly type: 'thirdParty'; readonly step: ThirdPartyStep; readonly contactId: string }
  | { readonly type: 'view'; readonly contactId: string | null }
  | { readonly type: 'setAgentState'; readonly at: number; readonly name: string; readonly enqueue?: boolean }
  | { readonly type: 'leave'; readonly access: Exclude<Access, 'signedIn'> }
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
    case 'thirdParty':
      return changeThirdParty(desk, action.step, action.contactId)
    case 'view':
      return view(desk, action.contactId)
    case 'setAgentState':
      return action.enqueue ? enqueueState(desk, action.name, action.at) : setAgentState(desk, action.name, action.at)
    case 'leave':
      return desk.access === action.access
        ? desk
        : { ...desk, access: action.access, nextState: null, contacts: [], viewedContactId: null }
    case 'signIn':
      return signIn(desk, action.agent, action.at)
    case 'answerFrom':
      return { ...desk, answersFrom: action.at }
  }
}

function ring(desk: Desk, ringing: Ringing, at: number): Desk {
  if (desk.access !== 'signedIn' || findContact(desk, ringing.contactId)) return desk
  const initialContactId = ringing.initialContactId ?? ringing.contactId
  const facts = { initialContactId, phaseSince: at, arrivedAt: at, accepted: false, thirdParty: null }
  return { ...desk, contacts: [...desk.contacts, { ...ringing, ...facts }] }
}

function takeStep(desk: Desk, step: Step, contactId: string, at: number): Desk {
  const contact = findContact(desk, contactId)
  const phase = contact ? phaseAfter(step, contact) : null
  if (!contact || phase === null) return desk
  if (phase === 'gone') return startNextState(without(desk, contactId), at)
  // The softphone turns to the contact that the agent takes, by a click or by auto-accept.
  const takes = step === 'accept' || (step === 'connect' && !contact.accepted)
  const viewedContactId = takes ? contactId : desk.viewedContactId
  const accepted = contact.accepted || step === 'accept'
  const moved = { ...replace(desk, { ...inPhase(contact, phase, at), accepted }), viewedContactId }
  return blameAgent(moved, contact, phase, at)
}

/** After a call that the agent let ring, or that failed before it began, no more calls come until the agent says so. */
function blameAgent(desk: Desk, before: Contact, phase: Phase, at: number): Desk {
  const name = phase === 'missed' ? 'MissedCallAgent' : phase === 'error' ? 'FailedConnectAgent' : null
  const wasTalking = before.phase === 'connected' || before.phase === 'paused'
  return name === null || !isCall(before) || wasTalking ? desk : { ...desk, agentState: { name, since: at } }
}

function changeThirdParty(desk: Desk, step: ThirdPartyStep, contactId: string): Desk {
  const contact = findContact(desk, contactId)
  const thirdParty = contact && thirdPartyAfter(step, contact)
  return contact && thirdParty !== undefined ? replace(desk, { ...contact, thirdParty }) : desk
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
  if (!isChoosable(name) || (name === desk.agentState.name && desk.nextState === null)) return desk
  const agentState = name === desk.agentState.name ? desk.agentState : { name, since: at }
  return { ...desk, agentState, nextState: null }
}

/** With no contact on the desk there is nothing to wait for. */
function enqueueState(desk: Desk, name: string, at: number): Desk {
  if (desk.contacts.length === 0) return setAgentState(desk, name, at)
  return isChoosable(name) && name !== desk.nextState ? { ...desk, nextState: name } : desk
}

function startNextState(desk: Desk, at: number): Desk {
  return desk.contacts.length > 0 || desk.nextState === null ? desk : setAgentState(desk, desk.nextState, at)
}

/** Another agent finds an empty desk; so does one who comes back. */
function signIn(desk: Desk, agent: string, at: number): Desk {
  if (desk.access === 'signedIn' && desk.agent === agent) return desk
  return emptyDesk(agent, desk.answersFrom, at)
}

function inPhase(contact: Contact, phase: Phase, at: number): Contact {
  return contact.phase === phase ? contact : { ...contact, phase, phaseSince: at, thirdParty: null }
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
