import { channelOf } from '../channel-of.ts'
import { type AgentArn, contactArnOf, parseContactId } from '../contact-arn.ts'
import type { ContactPhase, DeskContact } from '../contact-source.ts'
import { initialContactArnOf } from '../initial-contact.ts'
import type { ContactFacts } from './agent-facts.ts'

// `ContactStateType` in the Streams documentation.
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
 * A state that Amazon adds later still shows its cases, under the most general name there is.
 */
export function toDeskContact(agentArn: AgentArn, facts: ContactFacts): DeskContact | null {
  const contactId = parseContactId(facts.contactId)
  if (contactId === null) return null
  return {
    contactArn: contactArnOf(agentArn, contactId),
    contactId,
    initialContactArn: initialContactArnOf(agentArn, contactId, facts.initialContactId ?? ''),
    channel: channelOf(facts.type),
    queueName: facts.queue?.name || null,
    phase: phases.get(facts.state.type) ?? 'connected',
    phaseSince: facts.state.timestamp,
  }
}
