import { expect, test } from 'vitest'
import { parseScript } from './script.ts'

test('a script is a list of steps, each with one verb', () => {
  const script = [
    { ring: { as: 'a', channel: 'chat', queueName: 'Billing' } },
    { accept: 'a' },
    { waitUntil: { contact: 'a', phase: 'connected' } },
    { view: null },
    { pauseMs: 0 },
  ]
  expect(parseScript(script)).toEqual({
    ok: true,
    steps: [
      { verb: 'ring', value: { as: 'a', channel: 'chat', queueName: 'Billing' } },
      { verb: 'accept', value: 'a' },
      { verb: 'waitUntil', value: { contact: 'a', phase: 'connected' } },
      { verb: 'view', value: null },
      { verb: 'pauseMs', value: 0 },
    ],
  })
  expect(parseScript([])).toEqual({ ok: true, steps: [] })
})

test.each([
  [null, 'a script is a list of steps'],
  [{ accept: 'a' }, 'a script is a list of steps'],
  [[null], 'step 1: not one of the verbs ring, accept,'],
  [['accept'], 'step 1: not one of the verbs'],
  [[{}], 'step 1: not one of the verbs'],
  [[{ accept: 'a' }, { dance: 'a' }], 'step 2: not one of the verbs'],
  [[{ toString: 'a' }], 'step 1: not one of the verbs'],
  [[{ accept: 'a', end: 'a' }], 'step 1: not one of the verbs'],
  [[{ accept: 7 }], 'step 1: accept: Invalid input'],
  [[{ accept: '' }], 'step 1: accept: Too small'],
  [[{ ring: { channel: 'chat' } }], 'step 1: ring.as: Invalid input'],
  [[{ ring: { as: 'a', channel: 'fax' } }], 'step 1: ring.channel: Invalid option'],
  [[{ ring: { as: 'a', channel: 'chat', colour: 'red' } }], 'step 1: ring: Unrecognized key: "colour"'],
  [[{ waitUntil: { contact: 'a' } }], 'step 1: waitUntil: expected {contact, phase}'],
  [[{ waitUntil: { contact: 'a', phase: 'asleep' } }], 'step 1: waitUntil: expected {contact, phase}'],
  [[{ pauseMs: -1 }], 'step 1: pauseMs: Too small'],
  [[{ session: 'dance' }], 'step 1: session: Invalid option'],
])('%j is refused: %s', (json, words) => {
  expect(parseScript(json)).toMatchObject({ ok: false, message: expect.stringContaining(words) })
})
