import { expect, test } from 'vitest'
import { type Contact, type Desk, emptyDesk } from '../desk/desk.ts'
import { agentUpdate } from './agent-update.ts'

const setup = { instanceArn: 'arn:aws:connect:us-east-1:111122223333:instance/i-1', contacts: [] }

function contact(facts: Partial<Contact>): Contact {
  return {
    contactId: 'a',
    initialContactId: 'a',
    channel: 'chat',
    queueName: 'Billing',
    label: 'Maria',
    phase: 'connected',
    phaseSince: 2000,
    arrivedAt: 1000,
    accepted: true,
    thirdParty: null,
    ...facts,
  }
}

function wire(facts: Partial<Contact>) {
  const desk = { ...emptyDesk('ada', 0, 500), contacts: [contact(facts)] }
  const [sent] = agentUpdate(setup, desk, 3000).snapshot.contacts
  if (!sent) throw new Error('no contact was sent')
  return sent
}

test('the agent has an ARN of the instance, a personal queue and states to choose', () => {
  const { configuration, snapshot } = agentUpdate(setup, emptyDesk('ada', 0, 500), 3000)
  const id = configuration.agentARN.split('/agent/')[1]
  expect(configuration.agentARN).toBe(`${setup.instanceArn}/agent/${id}`)
  expect(configuration).toMatchObject({ name: 'Ada Agent', username: 'ada', softphoneAutoAccept: false })
  expect(configuration.routingProfile.queues[1]).toMatchObject({ queueARN: `${setup.instanceArn}/queue/agent/${id}` })
  expect(configuration.agentStates.map(({ name }) => name)).toEqual([
    'Available',
    'Break',
    'Lunch',
    'Training',
    'Offline',
  ])
  expect(snapshot.state).toMatchObject({ name: 'Available', type: 'routable', startTimestamp: new Date(500) })
})

test('times go as dates, which Streams calls methods of', () => {
  expect(wire({})).toMatchObject({
    state: { type: 'connected', timestamp: new Date(2000) },
    queueTimestamp: new Date(1000),
    queue: { name: 'Billing', queueARN: `${setup.instanceArn}/queue/billing` },
  })
})

test.each([
  ['incoming', 'incoming', ['connecting', 'connected']],
  ['connecting', 'connecting', ['connecting', 'connected']],
  ['connected', 'connected', ['connected', 'connected']],
  ['paused', 'paused', ['connected', 'connected']],
  ['afterCallWork', 'ended', ['disconnected', 'disconnected']],
  ['missed', 'missed', ['disconnected', 'disconnected']],
  ['rejected', 'rejected', ['disconnected', 'disconnected']],
  ['error', 'error', ['disconnected', 'disconnected']],
] as const)('a contact that is %s goes as %s, agent and customer as %j', (phase, type, connections) => {
  const sent = wire({ phase })
  expect(sent.state.type).toBe(type)
  expect(sent.connections.map((connection) => connection.state.type)).toEqual(connections)
})

test('the customer of a callback is called: a line of its own that is connecting until there is an answer', () => {
  const sent = wire({ channel: 'queue_callback', phase: 'pending' })
  expect(sent).toMatchObject({ type: 'queue_callback', state: { type: 'pending' }, initiationMethod: 'callback' })
  expect(sent.connections[1]).toMatchObject({ type: 'outbound', initial: true, state: { type: 'connecting' } })
})

test('a consulted third party has a connection while the customer is on hold, and the call then has three', () => {
  const states = (thirdParty: Contact['thirdParty']) =>
    wire({ channel: 'voice', thirdParty }).connections.map(({ connectionId, state }) => [connectionId, state.type])
  expect(states('consulted')).toEqual([
    ['a-agent', 'connected'],
    ['a-customer', 'hold'],
    ['a-third', 'connected'],
  ])
  expect(states('conferenced').map(([, state]) => state)).toEqual(['connected', 'connected', 'connected'])
  expect(states(null)).toHaveLength(2)
})

test('a call makes the agent busy, a missed one puts the agent in error, and the next state goes along', () => {
  const snapshot = (facts: Partial<Desk>) =>
    agentUpdate(setup, { ...emptyDesk('ada', 0, 500), ...facts }, 3000).snapshot
  expect(snapshot({ contacts: [contact({ channel: 'voice' })], nextState: 'Lunch' })).toMatchObject({
    state: { name: 'Busy', type: 'system', startTimestamp: new Date(2000) },
    nextState: { name: 'Lunch', type: 'not_routable' },
  })
  expect(snapshot({ agentState: { name: 'MissedCallAgent', since: 1 } }).state).toMatchObject({ type: 'error' })
})

test('a transferred contact names the first one of its chain', () => {
  expect(wire({ contactId: 'b' })).toMatchObject({ initialContactId: 'a', initiationMethod: 'transfer' })
  expect(wire({})).toMatchObject({ initialContactId: 'a', initiationMethod: 'inbound' })
})

test('the update can be sent to another window', () => {
  const update = agentUpdate(setup, { ...emptyDesk('ada', 0, 500), contacts: [contact({})] }, 3000)
  expect(structuredClone(update)).toEqual(update)
})
