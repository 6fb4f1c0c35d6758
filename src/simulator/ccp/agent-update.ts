import { agentId } from '../desk/agent-id.ts'
import { agentStates, type Contact, type Desk, type Phase } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'

/** A contact's state as Streams names it. There is no state for after-call work: the contact has `ended`. */
const wirePhases = {
  incoming: 'incoming',
  connecting: 'connecting',
  connected: 'connected',
  paused: 'paused',
  missed: 'missed',
  rejected: 'rejected',
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
  const state = agentState(instanceArn, desk.agentState.name)
  const since = new Date(desk.agentState.since)
  return {
    state: { ...state, startTimestamp: since },
    nextState: null,
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
    connections: [agentConnection(contact), customerConnection(contact)],
    initiationMethod: contact.contactId === contact.initialContactId ? 'inbound' : 'transfer',
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

function agentConnection(contact: Contact) {
  const ringing = contact.phase === 'incoming' || contact.phase === 'connecting'
  const type = ringing ? 'connecting' : isOver(contact.phase) ? 'disconnected' : 'connected'
  const endpoint = { type: 'agent', phoneNumber: null, endpointARN: null, name: null, agentLogin: null, queue: null }
  return connection(contact, `${contact.contactId}-agent`, { type: 'agent', initial: false, endpoint }, type)
}

function customerConnection(contact: Contact) {
  const endpoint = {
    type: 'phone_number',
    phoneNumber: contact.channel === 'voice' ? '+15550100' : null,
    endpointARN: null,
    name: null,
    agentLogin: null,
    queue: null,
  }
  const type = isOver(contact.phase) ? 'disconnected' : 'connected'
  return connection(contact, `${contact.contactId}-customer`, { type: 'inbound', initial: true, endpoint }, type)
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
  return phase === 'missed' || phase === 'rejected' || phase === 'afterCallWork'
}

function queue(instanceArn: string, name: string) {
  return { name, ...arnTwice('queue', `${instanceArn}/queue/${encodeURIComponent(name.toLowerCase())}`) }
}

function agentState(instanceArn: string, name: string) {
  const type = agentStates.find((state) => state.name === name)?.type ?? 'not_routable'
  return { agentStateARN: `${instanceArn}/agent-state/${name.toLowerCase()}`, name, type }
}

/** `queueARN` and `queueId`, `routingProfileARN` and `routingProfileId`: the id that Streams knows is the ARN. */
function arnTwice<Name extends string>(name: Name, arn: string) {
  return { [`${name}ARN`]: arn, [`${name}Id`]: arn }
}

/** `ada` → `Ada Agent`. */
export function agentName(login: string): string {
  return `${login.charAt(0).toUpperCase()}${login.slice(1)} Agent`
}
