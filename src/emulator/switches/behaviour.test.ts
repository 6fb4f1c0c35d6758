import { expect, test } from 'vitest'
import { operationOf } from '../respond.ts'
import { createBehaviour } from './behaviour.ts'
import { type SwitchChanges, usualSwitches } from './switches-schema.ts'

test("without a word the quotas are the account's, and nothing else is unusual", () => {
  expect(behaviour().switches.get()).toEqual({
    quotas: 'on',
    latency: {},
    linkDelayMs: 0,
    tokenLifetimeMs: null,
    keys: 'off',
  })
})

test('what is set leaves the other switches as they are', () => {
  const { switches } = behaviour({ quotas: 'off' })
  switches.set({ linkDelayMs: 5 })
  expect(switches.get()).toEqual({ ...usualSwitches, quotas: 'off', linkDelayMs: 5 })
})

test('a call over its quota is refused in the words of AWS', () => {
  const { call } = behaviour()
  expect([call(), call()]).toEqual([null, null])
  expect(call()).toEqual({
    status: 429,
    errorType: 'ThrottlingException',
    body: { __type: 'ThrottlingException', message: 'Rate exceeded' },
  })
})

test('another switch does not fill a quota up again, and setting quotas does', () => {
  const { switches, call } = behaviour()
  for (let n = 0; n < 3; n++) call()
  switches.set({ linkDelayMs: 5 })
  expect(call()).not.toBeNull()
  switches.set({ quotas: 'on' })
  expect(call()).toBeNull()
})

test('an unsigned call costs no quota where signatures are checked', () => {
  const { switches, call } = behaviour({ keys: [{ accessKeyId: 'A', secretAccessKey: 's' }] })
  for (let n = 0; n < 5; n++) expect(call()).toMatchObject({ errorType: 'MissingAuthenticationTokenException' })
  switches.set({ keys: 'off' })
  expect(call()).toBeNull()
})

test('a reset is the start again: its switches, no faults, full quotas', () => {
  const { switches, faults, reset, call } = behaviour({ tokenLifetimeMs: 60 })
  switches.set({ tokenLifetimeMs: null, latency: { '*': { kind: 'fixed', ms: 1 } } })
  faults.add({ kind: 'hang' })
  for (let n = 0; n < 3; n++) call()
  reset()
  expect(switches.get()).toEqual({ ...usualSwitches, tokenLifetimeMs: 60 })
  expect(faults.list).toEqual([])
  expect(call()).toBeNull()
})

test('a switch that is not as it must be is refused in one sentence, and nothing changes', () => {
  const { switches } = behaviour()
  expect(() => switches.set({ linkDelayMs: 5, latency: { GetCas: { kind: 'fixed', ms: 1 } } })).toThrow(
    'latency.GetCas: "GetCas" is not an operation of the emulator.',
  )
  expect(switches.get()).toEqual(usualSwitches)
})

function behaviour(start: SwitchChanges = {}) {
  const account = { accountId: '1', region: 'us-east-1', instanceId: 'i' }
  const created = createBehaviour({ account, start, now: () => 0 })
  const request = { method: 'POST', target: '/domains/d/list-cases-for-contact', headers: {}, body: '' }
  const match = operationOf(request)
  if (match === null) throw new Error('there is no such operation')
  return { ...created, call: () => created.refuse(request, match, 0) }
}
