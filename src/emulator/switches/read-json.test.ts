import { expect, test } from 'vitest'
import { faultSchema } from './fault.ts'
import { readJson } from './read-json.ts'
import { switchChanges } from './switches-schema.ts'

test.each([
  ['{', 'This is not JSON.'],
  ['[]', 'Invalid input: expected object, received array.'],
  ['{"quota":"on"}', 'Unrecognized key: "quota".'],
  ['{"quotas":"maybe"}', 'quotas: must be "on", "off" or quotas by operation.'],
  ['{"quotas":{"GetCas":"off"}}', 'quotas.GetCas: "GetCas" is not an operation of the emulator.'],
  ['{"quotas":{"GetCase":{"rate":0,"burst":1}}}', 'quotas.GetCase.rate: Too small: expected number to be >0.'],
  ['{"quotas":{"GetCase":{"rate":1,"burst":0}}}', 'quotas.GetCase.burst: Too small: expected number to be >=1.'],
  ['{"latency":{"GetCas":{"kind":"fixed","ms":1}}}', /^latency\.GetCas: /],
  ['{"latency":{"*":{"kind":"fixed","ms":-1}}}', 'latency.*.ms: Too small: expected number to be >=0.'],
  ['{"latency":{"*":{"kind":"uniform","minMs":3,"maxMs":1}}}', 'latency.*: minMs must not be more than maxMs.'],
  ['{"latency":{"*":{"kind":"lognormal","medianMs":3,"p99Ms":1}}}', 'latency.*: medianMs must not be more than p99Ms.'],
  ['{"linkDelayMs":null}', 'linkDelayMs: Invalid input: expected number, received null.'],
  ['{"keys":"on"}', 'keys: must be "off" or a list of keys.'],
  ['{"keys":[{"accessKeyId":"A"}]}', /^keys\[0\]\.secretAccessKey: /],
])('the switches %s are wrong: %s', (json, message) => {
  expect(readJson(switchChanges, json)).toEqual({ ok: false, message: expect.stringMatching(message) })
})

test.each([
  ['{"kind":"flood"}', /^kind: Invalid discriminator value\. Expected 'hang' \| .*\.$/],
  ['{"kind":"hang","ms":1}', 'Unrecognized key: "ms".'],
  ['{"kind":"hang","operation":"GetCas"}', 'operation: "GetCas" is not an operation of the emulator.'],
  ['{"kind":"hang","when":{"last":1}}', 'when: must be {"call": n}, {"first": n} or {"share": 0.5}.'],
  ['{"kind":"hang","when":{"call":0}}', 'when.call: Too small: expected number to be >0.'],
  ['{"kind":"hang","when":{"share":2}}', 'when.share: Too big: expected number to be <=1.'],
])('the fault %s is wrong: %s', (json, message) => {
  expect(readJson(faultSchema, json)).toEqual({ ok: false, message: expect.stringMatching(message) })
})
