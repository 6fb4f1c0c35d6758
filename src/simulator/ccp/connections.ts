import { isCall } from '../desk/agent-state.ts'
import type { Contact, Phase } from '../desk/desk.ts'

/** The id of the third party's connection. */
export function thirdPartyId(contactId: string): string {
  return `${contactId}-third`
}

/** Who is on the line, and how: the agent, the customer, and whom the agent consults or has taken into the call. */
export function connections(contact: Contact) {
  return [
    agentConnection(contact),
    customerConnection(contact),
    ...(contact.thirdParty === null ? [] : [thirdConnection(contact)]),
  ]
}

function agentConnection(contact: Contact) {
  const type = isRinging(contact.phase) ? 'connecting' : isOver(contact.phase) ? 'disconnected' : 'connected'
  const party = { type: 'agent', initial: false, endpoint: endpoint('agent') }
  return connection(contact, `${contact.contactId}-agent`, party, type)
}

function customerConnection(contact: Contact) {
  const called = contact.channel === 'queue_callback'
  const party = {
    type: called ? 'outbound' : 'inbound',
    initial: true,
    endpoint: endpoint('phone_number', isCall(contact) ? '+15550100' : null),
  }
  return connection(contact, `${contact.contactId}-customer`, party, customerState(contact))
}

function customerState({ channel, phase, thirdParty }: Contact): string {
  if (isOver(phase)) return 'disconnected'
  if (thirdParty === 'consulted') return 'hold'
  // A caller waits on the line; the customer of a callback has not been reached yet.
  return channel === 'queue_callback' && isRinging(phase) ? 'connecting' : 'connected'
}

function thirdConnection(contact: Contact) {
  const party = { type: 'outbound', initial: false, endpoint: endpoint('phone_number', '+15550199') }
  return connection(contact, thirdPartyId(contact.contactId), party, 'connected')
}

function endpoint(type: string, phoneNumber: string | null = null) {
  return { type, phoneNumber, endpointARN: null, name: null, agentLogin: null, queue: null }
}

function connection<Party extends { endpoint: object }>(contact: Contact, id: string, party: Party, state: string) {
  return {
    ...party,
    connectionId: id,
    contactId: contact.contactId,
    state: { type: state, timestamp: new Date(contact.phaseSince) },
    address: party.endpoint,
    quickConnectName: null,
    monitoringInfo: null,
    softphoneMediaInfo: null,
    chatMediaInfo:
      contact.channel === 'chat'
        ? { customerName: contact.label, chatAutoAccept: false, connectionData: '{"ConnectionAuthenticationToken":""}' }
        : null,
  }
}

function isOver(phase: Phase): boolean {
  return phase === 'missed' || phase === 'rejected' || phase === 'error' || phase === 'afterCallWork'
}

function isRinging(phase: Phase): boolean {
  return phase === 'incoming' || phase === 'pending' || phase === 'connecting'
}
