import { type AgentArn, type ContactId, parseContactId } from '../contact-arn.ts'
import type { DeskContact, DeskProblem, DeskState } from '../contact-source.ts'

/** One agent and the contacts the softphone lists. */
export interface Desk {
  readonly agentArn: AgentArn
  readonly contacts: readonly DeskContact[]
}

/** What is known of the softphone. */
export interface Softphone {
  readonly problem: DeskProblem | null
  readonly desk: Desk | null
  /** What the softphone last said is viewed, whether or not the desk has that contact yet. */
  readonly viewed: ContactId | null
  /** The agent signed out; what still arrives from the session that is over is not believed. */
  readonly awaitsGreeting: boolean
}

/** What can happen to a softphone, in Streams' words where it has some. */
export type SoftphoneEvent =
  | { readonly type: 'agent'; readonly desk: Desk }
  | { readonly type: 'view'; readonly contactId: string }
  /** A softphone that has just opened greets: its acknowledge carries data. */
  | { readonly type: 'acknowledge'; readonly isGreeting: boolean }
  | { readonly type: 'terminated' | 'auth_fail' | 'access_denied' | 'silence' }
  | { readonly type: 'no_answer'; readonly detail: string }
  /** The page starts a softphone, and ends it: `initCCP` and `terminate` of Streams. */
  | { readonly type: 'started' | 'ended' }
  | { readonly type: 'unusable'; readonly problem: DeskProblem }

/** A softphone that has not said anything yet. */
export const newSoftphone: Softphone = { problem: null, desk: null, viewed: null, awaitsGreeting: false }

/** The softphone after an event; the same softphone where the event changes nothing. */
export function reduceSoftphone(softphone: Softphone, event: SoftphoneEvent): Softphone {
  switch (event.type) {
    case 'agent':
      return softphone.awaitsGreeting ? softphone : withDesk(softphone, event.desk)
    case 'view':
      return { ...softphone, viewed: parseContactId(event.contactId) }
    case 'acknowledge':
      return acknowledged(softphone, event.isGreeting)
    case 'terminated':
      // The agent's snapshot may still be under way: signing out changes the agent's state too.
      return { ...forgotten(problems.signedOut), awaitsGreeting: true }
    case 'auth_fail':
      // The softphone may get a new session by itself, without opening again.
      return { ...forgotten(problems.sessionOver), awaitsGreeting: softphone.awaitsGreeting }
    case 'access_denied':
      return forgotten(problems.accessDenied)
    case 'no_answer':
      return softphone.desk || softphone.problem
        ? softphone
        : { ...softphone, problem: { code: 'no_answer', detail: event.detail } }
    case 'silence':
      return softphone.problem ? softphone : { ...softphone, problem: problems.stoppedAnswering }
    case 'started':
      // What went wrong before holds until this one names its agent.
      return { ...newSoftphone, problem: softphone.problem }
    case 'ended':
      return forgotten(problems.ended)
    case 'unusable':
      return forgotten(event.problem)
  }
}

/** The softphone as the rest of the page sees it. */
export function deskStateOf({ problem, desk, viewed }: Softphone): DeskState {
  if (problem) return { status: 'failed', problem }
  if (!desk) return { status: 'connecting' }
  return { status: 'ready', ...desk, viewedContactId: holds(desk, viewed) ? viewed : null }
}

const problems = {
  signedOut: { code: 'signed_out', detail: 'The agent signed out of the softphone (terminated).' },
  sessionOver: { code: 'signed_out', detail: "The agent's session is over (auth_fail)." },
  accessDenied: {
    code: 'access_denied',
    detail: 'Amazon Connect refused the agent (access_denied). Check the security profile and the approved origins.',
  },
  ended: {
    code: 'signed_out',
    detail: 'The page ended its softphone (connect.core.terminate). Its next connect.core.initCCP is followed.',
  },
  stoppedAnswering: { code: 'stopped_answering', detail: 'The softphone answered before and is silent now.' },
} as const satisfies Record<string, DeskProblem>

function forgotten(problem: DeskProblem): Softphone {
  return { ...newSoftphone, problem }
}

function acknowledged(softphone: Softphone, isGreeting: boolean): Softphone {
  return {
    ...softphone,
    problem: softphone.problem?.code === 'stopped_answering' ? null : softphone.problem,
    awaitsGreeting: softphone.awaitsGreeting && !isGreeting,
  }
}

function withDesk(softphone: Softphone, { agentArn, contacts }: Desk): Softphone {
  // Streams has no event for another agent at the same softphone.
  const before = softphone.desk?.agentArn === agentArn ? softphone.desk : null
  const desk = { agentArn, contacts: inOrderOfArrival(before?.contacts ?? [], contacts) }
  const hasAgentChanged = softphone.desk !== null && before === null
  const hasLeft = holds(before, softphone.viewed) && !holds(desk, softphone.viewed)
  return { ...softphone, problem: null, desk, viewed: hasAgentChanged || hasLeft ? null : softphone.viewed }
}

/** Each contact once, the known ones first: nothing says that the softphone keeps an order. */
function inOrderOfArrival(before: readonly DeskContact[], now: readonly DeskContact[]): DeskContact[] {
  const places = new Map(before.map((contact, place) => [contact.contactId, place]))
  const placeOf = (contact: DeskContact) => places.get(contact.contactId) ?? before.length
  const once = new Map(now.map((contact) => [contact.contactId, contact]))
  return [...once.values()].sort((a, b) => placeOf(a) - placeOf(b))
}

function holds(desk: Desk | null, contactId: ContactId | null): boolean {
  return desk?.contacts.some((contact) => contact.contactId === contactId) ?? false
}
