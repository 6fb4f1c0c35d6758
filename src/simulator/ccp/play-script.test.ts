import { expect, test } from 'vitest'
import { emptyDesk } from '../desk/desk.ts'
import { randomShift } from '../desk/random-shift.ts'
import type { ScriptStep } from '../desk/script.ts'
import { createSimulatorApi } from './create-simulator-api.ts'
import { createDeskStore, type DeskStore } from './desk-store.ts'

const setup = { instanceArn: 'arn:aws:connect:us-east-1:111122223333:instance/i-1', contacts: [] }

/** A desk on which an accepted contact connects at once, and patience has an end at once too. */
function openDesk() {
  const store = createDeskStore(emptyDesk('ada', 0, 0))
  connectAtOnce(store)
  let ids = 0
  const simulator = createSimulatorApi(setup, store, {
    now: () => 0,
    newId: () => `id-${++ids}`,
    wait: () => new Promise((resolve) => setTimeout(resolve)),
  })
  return { simulator, play: (...steps: ScriptStep[]) => simulator.play(steps) }
}

function connectAtOnce(store: DeskStore) {
  store.watch((_, desk) => {
    for (const { contactId, accepted, phase } of desk.contacts) {
      const step = accepted && ({ pending: 'dial', connecting: 'connect' } as const)[String(phase)]
      if (step) queueMicrotask(() => store.dispatch({ type: 'step', at: 0, step, contactId }))
    }
  })
}

const ring: ScriptStep = { ring: { as: 'a', channel: 'voice' } }
const connected: ScriptStep = { waitUntil: { contact: 'a', phase: 'connected' } }

test('a script waits for its conditions and leaves the desk as its last step does', async () => {
  const { simulator, play } = openDesk()
  await play(
    ring,
    { accept: 'a' },
    connected,
    { consult: 'a' },
    { waitUntil: { agentState: 'Busy' } },
    { transfer: { contact: 'a', as: 'b' } },
    { waitUntil: { contact: 'b', phase: 'connected' } },
    { close: 'a' },
    { waitUntil: { contact: 'a', phase: 'gone' } },
    { waitUntil: { contacts: 1 } },
    { pauseMs: 1 },
  )
  expect(simulator.state()).toMatchObject({
    contacts: [{ contactId: 'id-2', initialContactId: 'id-1', phase: 'connected' }],
    viewedContactId: 'id-2',
  })
})

test('a script signs out and in again, and can ring in who was transferred elsewhere', async () => {
  const { simulator, play } = openDesk()
  await play(
    { session: 'exhaustCti' },
    { waitUntil: { access: 'ctiExhausted' } },
    { signIn: 'ben' },
    { ring: { as: 'a', channel: 'chat', contactId: 'second', initialContactId: 'first' } },
  )
  expect(simulator.state()).toMatchObject({
    agent: 'ben',
    contacts: [{ contactId: 'second', initialContactId: 'first' }],
  })
})

test.each<[string, ScriptStep[]]>([
  ['Step 2, close "a": Cannot close "id-1": the contact is incoming.', [ring, { close: 'a' }]],
  ['Step 1, accept "b": Nothing has rung as "b".', [{ accept: 'b' }]],
  ['Step 2, waitUntil {"contact":"a","phase":"connected"}: It is still incoming.', [ring, connected]],
  ['Step 1, setAgentState "Dancing": There is no agent state "Dancing".', [{ setAgentState: 'Dancing' }]],
])('a step that cannot be done stops the script: %s', async (words, steps) => {
  await expect(openDesk().play(...steps)).rejects.toThrow(words)
})

test('a script with a mistake anywhere is not begun', async () => {
  const { simulator } = openDesk()
  await expect(simulator.play([ring, { dance: 'a' }])).rejects.toThrow('The script has a mistake: step 2: not one of')
  expect(simulator.state().contacts).toEqual([])
})

test('random shifts can be worked to their ends, whatever their seed and length, and leave an empty desk', async () => {
  const { simulator } = openDesk()
  for (let seed = 0; seed < 100; seed++) {
    await simulator.play(randomShift(seed, seed % 90)).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error })
    })
    expect(simulator.state()).toMatchObject({ access: 'signedIn', agent: 'ada', contacts: [] })
  }
})
