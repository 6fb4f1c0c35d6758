import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agentStateOf } from './agent-state.ts'
import { type Desk, desk as deskSchema, emptyDesk, type Phase } from './desk.ts'
import { type Step, steps } from './phases.ts'
import { type DeskAction, reduceDesk } from './reduce-desk.ts'
import type { ThirdPartyStep } from './third-party.ts'

const ring = (contactId: string, phase: 'incoming' | 'connecting' = 'incoming'): DeskAction => ({
  type: 'ring',
  at: 1,
  contact: { contactId, channel: 'chat', queueName: 'Billing', label: 'Maria', phase },
})
const call = (contactId: string, channel: 'voice' | 'queue_callback' = 'voice'): DeskAction => ({
  type: 'ring',
  at: 1,
  contact: { contactId, channel, queueName: 'Billing', label: 'Maria', phase: 'incoming' },
})
const step = (step: Step, contactId: string): DeskAction => ({ type: 'step', at: 2, step, contactId })
const transfer = (contactId: string, newId: string): DeskAction => ({ type: 'transfer', at: 3, contactId, newId })

function after(...actions: DeskAction[]): Desk {
  return actions.reduce(reduceDesk, emptyDesk('ada', 0, 0))
}

function phasesAfter(...actions: DeskAction[]): [string, Phase][] {
  return after(...actions).contacts.map(({ contactId, phase }) => [contactId, phase])
}

test('a contact goes from ringing to gone', () => {
  expect(phasesAfter(ring('a'))).toEqual([['a', 'incoming']])
  expect(phasesAfter(ring('a'), step('accept', 'a'))).toEqual([['a', 'connecting']])
  const connected = [ring('a'), step('accept', 'a'), step('connect', 'a')]
  expect(phasesAfter(...connected)).toEqual([['a', 'connected']])
  expect(phasesAfter(...connected, step('end', 'a'))).toEqual([['a', 'afterCallWork']])
  expect(phasesAfter(...connected, step('end', 'a'), step('close', 'a'))).toEqual([])
})

test('a phase keeps the time it began, and a contact the time it came', () => {
  const { contacts } = after(ring('a'), step('accept', 'a'), { ...step('connect', 'a'), at: 9 } as DeskAction)
  expect(contacts).toMatchObject([{ arrivedAt: 1, phaseSince: 9 }])
})

test('a caller who hangs up while it rings leaves a missed contact', () => {
  expect(phasesAfter(ring('a'), step('end', 'a'))).toEqual([['a', 'missed']])
})

test('the softphone turns to the contact that the agent takes, and to none when that one is gone', () => {
  expect(after(ring('a'), ring('b')).viewedContactId).toBeNull()
  expect(after(ring('a'), ring('b'), step('accept', 'b')).viewedContactId).toBe('b')
  const missed = [ring('a'), ring('b'), step('accept', 'b'), step('miss', 'a')]
  expect(after(...missed, step('close', 'a')).viewedContactId).toBe('b')
  expect(after(...missed, step('miss', 'b'), step('close', 'b')).viewedContactId).toBeNull()
})

test('a view that moved on while a contact connects stays where it is', () => {
  const moved = [ring('a'), ring('b'), step('accept', 'a'), { type: 'view', contactId: 'b' }] as const
  expect(after(...moved, step('connect', 'a')).viewedContactId).toBe('b')
  expect(after(ring('a'), ring('b', 'connecting'), step('connect', 'b')).viewedContactId).toBe('b')
})

test('a transferred contact leaves after-call work behind and keeps its first id', () => {
  const taken = [ring('a'), step('accept', 'a'), step('connect', 'a'), transfer('a', 'b'), step('connect', 'b')]
  expect(after(...taken, transfer('b', 'c')).contacts).toMatchObject([
    { contactId: 'a', initialContactId: 'a', label: 'Maria', phase: 'afterCallWork' },
    { contactId: 'b', initialContactId: 'a', label: 'Maria (transferred)', phase: 'afterCallWork' },
    { contactId: 'c', initialContactId: 'a', label: 'Maria (transferred)', phase: 'connecting' },
  ])
  expect(after(...taken).viewedContactId).toBe('b')
})

test('a queued callback is pending between the agent and the customer, and a hang-up there is after-call work', () => {
  const taken = [call('a', 'queue_callback'), step('accept', 'a')]
  expect(phasesAfter(...taken)).toEqual([['a', 'pending']])
  expect(phasesAfter(...taken, step('dial', 'a'))).toEqual([['a', 'connecting']])
  expect(phasesAfter(...taken, step('dial', 'a'), step('connect', 'a'))).toEqual([['a', 'connected']])
  expect(phasesAfter(...taken, step('end', 'a'))).toEqual([['a', 'afterCallWork']])
})

test('a contact transferred from elsewhere names the first one of its chain', () => {
  const contact = { contactId: 'b', initialContactId: 'a', channel: 'chat', queueName: '', label: '' } as const
  const desk = after({ type: 'ring', at: 1, contact: { ...contact, phase: 'incoming' } })
  expect(desk.contacts).toMatchObject([{ contactId: 'b', initialContactId: 'a' }])
})

test.each([
  ['before it begins', [step('fail', 'a')], 'FailedConnectAgent'],
  ['in conversation', [step('accept', 'a'), step('connect', 'a'), step('fail', 'a')], 'Available'],
])('a call that fails %s is in error and leaves the agent %s', (_, steps, state) => {
  const desk = after(call('a'), ...steps)
  expect(desk.contacts).toMatchObject([{ phase: 'error' }])
  expect(agentStateOf(desk).name).toBe(state)
  expect(phasesAfter(call('a'), ...steps, step('close', 'a'))).toEqual([])
})

test('a call covers the state that the agent chose, and a missed one ends it; a chat does neither', () => {
  const stateAfter = (...actions: DeskAction[]) => agentStateOf(after(...actions)).name
  const talking = [call('a'), step('accept', 'a'), { ...step('connect', 'a'), at: 7 } as DeskAction]
  expect(stateAfter(call('a'))).toBe('Available')
  expect(agentStateOf(after(...talking))).toEqual({ name: 'Busy', since: 7 })
  expect(stateAfter(...talking, step('end', 'a'))).toBe('AfterCallWork')
  expect(stateAfter(...talking, step('end', 'a'), step('close', 'a'))).toBe('Available')
  expect(stateAfter(call('a'), step('miss', 'a'))).toBe('MissedCallAgent')
  expect(stateAfter(call('a'), step('miss', 'a'), { type: 'setAgentState', at: 9, name: 'Available' })).toBe(
    'Available',
  )
  expect(stateAfter(ring('b'), step('miss', 'b'))).toBe('Available')
  expect(stateAfter(ring('b'), step('accept', 'b'), step('connect', 'b'))).toBe('Available')
})

test('an enqueued state waits for the last contact to leave; one that is set meanwhile takes its place', () => {
  const enqueue: DeskAction = { type: 'setAgentState', at: 4, name: 'Lunch', enqueue: true }
  const waiting = [ring('a'), ring('b'), step('miss', 'a'), step('miss', 'b'), enqueue]
  expect(after(enqueue).agentState).toEqual({ name: 'Lunch', since: 4 })
  expect(after(...waiting, step('close', 'a'))).toMatchObject({
    nextState: 'Lunch',
    agentState: { name: 'Available', since: 0 },
  })
  expect(after(...waiting, step('close', 'a'), step('close', 'b'))).toMatchObject({
    nextState: null,
    agentState: { name: 'Lunch', since: 2 },
  })
  const changed = after(...waiting, { type: 'setAgentState', at: 5, name: 'Available' })
  expect(changed).toMatchObject({ nextState: null, agentState: { name: 'Available', since: 0 } })
})

test('a third party is consulted, taken into the call and let go, and is gone when the call is', () => {
  const third = (step: ThirdPartyStep): DeskAction => ({ type: 'thirdParty', step, contactId: 'a' })
  const partyAfter = (...actions: DeskAction[]) => after(...talking, ...actions).contacts[0]?.thirdParty
  const talking = [call('a'), step('accept', 'a'), step('connect', 'a')]
  expect(partyAfter(third('consult'))).toBe('consulted')
  expect(partyAfter(third('consult'), third('conference'))).toBe('conferenced')
  expect(partyAfter(third('consult'), third('conference'), third('dropThirdParty'))).toBeNull()
  expect(partyAfter(third('consult'), step('end', 'a'))).toBeNull()
  for (const misfit of [third('conference'), third('dropThirdParty')]) expect(partyAfter(misfit)).toBeNull()
  const chat = after(ring('a'), step('accept', 'a'), step('connect', 'a'))
  expect(reduceDesk(chat, third('consult'))).toBe(chat)
})

test('a desk that is not signed in lets nothing ring, and coming back it is empty', () => {
  const left = after(ring('a'), { type: 'leave', access: 'expired' }, ring('b'))
  expect(left).toMatchObject({ access: 'expired', contacts: [] })
  expect(reduceDesk(left, { type: 'signIn', at: 5, agent: 'ada' })).toMatchObject({ access: 'signedIn', contacts: [] })
})

test('another agent finds an empty desk; the same agent loses nothing', () => {
  expect(after(ring('a'), { type: 'signIn', at: 5, agent: 'ben' })).toMatchObject({ agent: 'ben', contacts: [] })
  expect(phasesAfter(ring('a'), { type: 'signIn', at: 5, agent: 'ada' })).toHaveLength(1)
})

test('what does not fit changes nothing', () => {
  const desk = after(ring('a'), step('accept', 'a'), step('connect', 'a'))
  const misfits: DeskAction[] = [
    ring('a'),
    step('accept', 'a'),
    step('close', 'a'),
    step('end', 'nobody'),
    transfer('nobody', 'b'),
    { type: 'view', contactId: 'nobody' },
    { type: 'view', contactId: 'a' },
    { type: 'setAgentState', at: 5, name: 'Dancing' },
    { type: 'setAgentState', at: 5, name: 'Available' },
  ]
  for (const misfit of misfits) expect(reduceDesk(desk, misfit)).toBe(desk)
  const ringing = after(ring('a'))
  expect(reduceDesk(ringing, transfer('a', 'b'))).toBe(ringing)
})

const id = fc.constantFrom('a', 'b', 'c')
const action: fc.Arbitrary<DeskAction> = fc.oneof(
  id.map((contactId) => ring(contactId)),
  fc.tuple(fc.constantFrom(...(Object.keys(steps) as Step[])), id).map(([name, contactId]) => step(name, contactId)),
  fc.tuple(id, fc.uuid()).map(([contactId, newId]) => transfer(contactId, newId)),
  fc.option(id).map((contactId): DeskAction => ({ type: 'view', contactId })),
  fc.constantFrom('signedOut' as const, 'denied' as const).map((access): DeskAction => ({ type: 'leave', access })),
  fc.constantFrom('ada', 'ben').map((agent): DeskAction => ({ type: 'signIn', at: 4, agent })),
)

test('whatever happens, a desk views only a contact it has, has each once, and can be saved and read back', () => {
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const desk = after(...actions)
      const ids = desk.contacts.map(({ contactId }) => contactId)
      expect(new Set(ids).size).toBe(ids.length)
      if (desk.viewedContactId !== null) expect(ids).toContain(desk.viewedContactId)
      expect(deskSchema.parse(JSON.parse(JSON.stringify(desk)))).toEqual(desk)
    }),
  )
})
