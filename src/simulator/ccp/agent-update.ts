import { agentId } from '../desk/agent-id.ts'
import { agentStateOf, agentStates, agentStateType, isCall } from '../desk/agent-state.ts'
import type { Contact, Desk, Phase } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'

/** A contact's state as Streams names it. There is no state for after-call work: the contact has `ended`. */
const wirePhases = {
  incoming: 'incoming',
  pending: 'pending',
  connecting: 'connecting',
  connected: 'connected',
  paused: 'paused',
  missed: 'missed',
  rejected: 'rejected',
  error: 'error',
  afterCallWork: 'ended',
} as const satisfies Record<Phase, string>

/**
 * The data of `agent::update`: always the whole state, which Streams compares with the last.
 * Dates go as `Date`: Streams calls their methods, and structured clone keeps them.
 */
export function agentUpdate(setup: DeskSetup, desk: Desk, now: number) {
  return { configuration: configuration(setup, desk), snapshot: snapshot(setup, desk, now) }
}

function configuration({ instanceArn }: DeskSetup, desk: Desk) {
  const id = agentId(desk.agent)
  const personalQueue = { ...queue(instanceArn, ''), ...arnTwice('queue', `${instanceArn}/queue/agent/${id}`) }
  return {
    agentARN: `${instanceArn}/agent/${id}`,
    name: agentName(desk.agent),
    username: desk.agent,
    extension: null,
    softphoneEnabled: true,
    softphoneAutoAccept: false,
    agentPreferences: { LANGUAGE: 'en_US' },
    permissions: [],
    dialableCountries: [],
    agentStates: agentStates.map(({ name }) => agentState(instanceArn, name)),
    routingProfile: {
      name: 'Everything',
      ...arnTwice('routingProfile', `${instanceArn}/routing-profile/everything`),
      channelConcurrencyMap: { VOICE: 1, CHAT: 10, TASK: 10, EMAIL: 10 },
      defaultOutboundQueue: queue(instanceArn, 'Outbound'),
      // Without the agent's own queue Streams complains on every log line that it cannot find the agent's id.
      queues: [queue(instanceArn, 'Outbound'), personalQueue],
    },
  }
}

function snapshot({ instanceArn }: DeskSetup, desk: Desk, now: number) {
  const shown = agentStateOf(desk)
  const state = agentState(instanceArn, shown.name)
  const since = new Date(shown.since)
  return {
    state: { ...state, startTimestamp: since },
    nextState: desk.nextState === null ? null : agentState(instanceArn, desk.nextState),
    agentAvailabilityState: { state: state.name, type: state.type, timeStamp: since },
    snapshotTimestamp: new Date(now),
    localTimestamp: now,
    skew: 0,
    contacts: desk.contacts.map((contact) => wireContact(instanceArn, contact)),
  }
}

function wireContact(instanceArn: string, contact: Contact) {
  const state = { type: wirePhases[contact.phase], timestamp: new Date(contact.phaseSince) }
  return {
    contactId: contact.contactId,
    initialContactId: contact.initialContactId,
    type: contact.channel,
    state,
    status: state,
    queue: queue(instanceArn, contact.queueName),
    queueTimestamp: new Date(contact.arrivedAt),
    attributes: {},
    connections: [agentConnection(contact), customerConnection(contact), ...thirdConnections(contact)],
    initiationMethod: initiationMethod(contact),
    contactDuration: '0',
    contactFeatures: {},
    references: {},
    segmentAttributes: {},
    channelContext: null,
    name: contact.channel === 'task' ? contact.label : null,
    description: null,
    relatedContactId: null,
    customerEndpoint: null,
    connectSystemEndpoint: null,
  }
}

function initiationMethod({ contactId, initialContactId, channel }: Contact): string {
  if (contactId !== initialContactId) return 'transfer'
  return channel === 'queue_callback' ? 'callback' : 'inbound'
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

/** The colleague whom the agent consults or has taken into the call. */
function thirdConnections(contact: Contact) {
  if (contact.thirdParty === null) return []
  const party = { type: 'outbound', initial: false, endpoint: endpoint('phone_number', '+15550199') }
  return [connection(contact, `${contact.contactId}-third`, party, 'connected')]
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

function queue(instanceArn: string, name: string) {
  return { name, ...arnTwice('queue', `${instanceArn}/queue/${encodeURIComponent(name.toLowerCase())}`) }
}

function agentState(instanceArn: string, name: string) {
  return { agentStateARN: `${instanceArn}/agent-state/${name.toLowerCase()}`, name, type: agentStateType(name) }
}

/** `queueARN` and `queueId`, `routingProfileARN` and `routingProfileId`: the id that Streams knows is the ARN. */
function arnTwice<Name extends string>(name: Name, arn: string) {
  return { [`${name}ARN`]: arn, [`${name}Id`]: arn }
}

/** `ada` → `Ada Agent`. */
export function agentName(login: string): string {
  return `${login.charAt(0).toUpperCase()}${login.slice(1)} Agent`
}
