import { type AgentArn, contactArnOf, parseContactId } from '../contact-arn.ts'
import type { Channel, ContactPhase, DeskContact } from '../contact-source.ts'
import type { ContactFacts } from './agent-facts.ts'

// `ContactType` and `ContactStateType` in the Streams documentation.
const channels: ReadonlyMap<string, Channel> = new Map([
  ['voice', 'voice'],
  ['queue_callback', 'voice'],
  ['chat', 'chat'],
  ['task', 'task'],
  ['email', 'email'],
])

const phases: ReadonlyMap<string, ContactPhase> = new Map([
  ['init', 'incoming'],
  ['incoming', 'incoming'],
  ['pending', 'incoming'],
  ['connecting', 'connecting'],
  ['connected', 'connected'],
  ['paused', 'paused'],
  ['missed', 'missed'],
  ['rejected', 'missed'],
  // Streams' `ended` is after-call work: onACW and onEnded fire at the same moment, and after a reload only onACW.
  ['ended', 'afterCallWork'],
  // An error ends a contact without after-call work.
  ['error', 'ended'],
])

/**
 * The contact as the desk shows it; null where its id is none.
 * A channel or state that Amazon adds later still shows its cases, under the most general name there is.
 */
export function toDeskContact(agentArn: AgentArn, facts: ContactFacts): DeskContact | null {
  const contactId = parseContactId(facts.contactId)
  if (contactId === null) return null
  // A contact that nobody transferred is its own initial contact.
  const initialContactId = parseContactId(facts.initialContactId ?? '')
  const isTransferred = initialContactId !== null && initialContactId !== contactId
  return {
    contactArn: contactArnOf(agentArn, contactId),
    contactId,
    initialContactArn: isTransferred ? contactArnOf(agentArn, initialContactId) : null,
    channel: channels.get(facts.type) ?? 'task',
    queueName: facts.queue?.name || null,
    phase: phases.get(facts.state.type) ?? 'connected',
    phaseSince: facts.state.timestamp,
  }
}
