import { agentId } from '../desk/agent-id.ts'
import { agentStateOf, agentStates, agentStateType } from '../desk/agent-state.ts'
import type { Contact, Desk, Phase } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import { connections } from './connections.ts'

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
    connections: connections(contact),
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
