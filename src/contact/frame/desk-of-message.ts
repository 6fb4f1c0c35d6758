import {
  type AgentArn,
  type ContactArn,
  type ContactId,
  contactArnOf,
  contactIdOf,
  instanceArnOf,
  parseAgentArn,
} from '../contact-arn.ts'
import type { DeskContact, DeskState } from '../contact-source.ts'
import type { DesktopMessage } from './frame-protocol.ts'

type DeskMessage = Extract<DesktopMessage, { type: 'desk' }>
type WrittenContact = DeskMessage['contacts'][number]

/** The desk that a message describes, or why it describes none. */
export type DeskReading =
  | { readonly desk: Extract<DeskState, { status: 'ready' }> }
  | { readonly desk: null; readonly why: string }

/** Fills in what a short message leaves out; what contradicts itself is no desk. */
export function deskOfMessage({ agentArn = unnamedAgent, contacts, viewedContactId }: DeskMessage): DeskReading {
  const read: DeskContact[] = []
  for (const [index, written] of contacts.entries()) {
    const contact = contactOf(agentArn, written)
    if (typeof contact === 'string') return { desk: null, why: `desk.contacts.${index}: ${contact}` }
    read.push(contact)
  }
  const instances = new Set(read.flatMap(arnsOf).map(instanceArnOf))
  if (agentArn !== unnamedAgent) instances.add(instanceArnOf(agentArn))
  if (instances.size > 1) return { desk: null, why: 'desk: agent and contacts are of different instances' }
  const once = [...new Map(read.map((contact) => [contact.contactId, contact])).values()]
  const viewed = once.some(({ contactId }) => contactId === viewedContactId) ? viewedContactId : null
  return { desk: { status: 'ready', agentArn, contacts: once, viewedContactId: viewed } }
}

/** Stands for the agent of a desktop that names none. */
const unnamedAgent = parseAgentArn('arn:aws:connect:us-east-1:000000000000:instance/none/agent/unnamed') as AgentArn

/** The contact, or what is wrong with it. */
function contactOf(agentArn: AgentArn, written: WrittenContact): DeskContact | string {
  const { contactArn: _, contactId: id, initialContactArn: __, initialContactId, ...rest } = written
  const contactArn = arnIn(agentArn, written.contactArn, id)
  if (contactArn === null) return 'must have a contactArn, or a contactId in a desk with an agentArn'
  const initialArn = arnIn(agentArn, written.initialContactArn, initialContactId)
  if (initialArn === null && initialContactId) return 'must have an initialContactArn in a desk without an agentArn'
  const contactId = contactIdOf(contactArn)
  if (id !== undefined && id !== contactId) return 'contactArn and contactId are of different contacts'
  // A contact that nobody transferred is its own initial contact.
  return { ...rest, contactArn, contactId, initialContactArn: initialArn === contactArn ? null : initialArn }
}

type Maybe<T> = T | null | undefined

function arnIn(agentArn: AgentArn, arn: Maybe<ContactArn>, id: Maybe<ContactId>): ContactArn | null {
  if (arn) return arn
  return id && agentArn !== unnamedAgent ? contactArnOf(agentArn, id) : null
}

function arnsOf({ contactArn, initialContactArn }: DeskContact): ContactArn[] {
  return initialContactArn === null ? [contactArn] : [contactArn, initialContactArn]
}
