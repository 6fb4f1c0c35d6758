import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../emulator.ts'
import { parseSeed } from '../seed.ts'

test('switches are shown, and those that are put are changed', async () => {
  const { ask } = await start()
  const before = { quotas: 'on', latency: {}, linkDelayMs: 0, tokenLifetimeMs: null, keys: 'off' }
  expect(await ask('GET', '/switches')).toEqual({ status: 200, json: before })
  const after = { ...before, quotas: 'off', linkDelayMs: 3 }
  expect(await ask('PUT', '/switches', { quotas: 'off', linkDelayMs: 3 })).toEqual({ status: 200, json: after })
  expect(await ask('GET', '/switches')).toEqual({ status: 200, json: after })
})

test('a fault strikes from when it is posted until they are deleted', async () => {
  const { ask, status } = await start()
  const fault = { kind: 'serverError', operation: 'ListDomains' }
  expect(await ask('POST', '/faults', fault)).toEqual({ status: 200, json: { faults: [fault] } })
  expect(await ask('GET', '/faults')).toEqual({ status: 200, json: { faults: [fault] } })
  expect(await status()).toBe(500)
  expect(await ask('DELETE', '/faults')).toEqual({ status: 200, json: { faults: [] } })
  expect(await status()).toBe(200)
})

test('calls of the service are shown, those of this are not', async () => {
  const { ask, status } = await start()
  await status()
  const call = { operation: 'ListDomains', status: 200, ms: expect.any(Number) }
  expect(await ask('GET', '/calls')).toEqual({ status: 200, json: { calls: [call] } })
})

test('a reset is the start again', async () => {
  const { ask, status } = await start()
  await ask('PUT', '/switches', { linkDelayMs: 3 })
  await ask('POST', '/faults', { kind: 'serverError' })
  await status()
  expect(await ask('POST', '/reset')).toEqual({ status: 200, json: {} })
  expect(await ask('GET', '/calls')).toMatchObject({ json: { calls: [] } })
  expect(await ask('GET', '/faults')).toMatchObject({ json: { faults: [] } })
  expect(await ask('GET', '/switches')).toMatchObject({ json: { linkDelayMs: 0 } })
})

test.each([
  ['PUT', '/switches', { quotas: 'maybe' }, 'quotas: must be "on", "off" or quotas by operation.'],
  ['PUT', '/switches', { linkDelayMs: 3, speed: 1 }, 'Unrecognized key: "speed".'],
  ['POST', '/faults', { kind: 'hang', operation: 'X' }, 'operation: "X" is not an operation of the emulator.'],
  ['POST', '/faults', undefined, 'This is not JSON.'],
])('%s %s with %j is refused in one sentence, and changes nothing', async (method, path, body, message) => {
  const { ask } = await start()
  const before = await ask('GET', path)
  expect(await ask(method, path, body)).toEqual({ status: 400, json: { message } })
  expect(await ask('GET', path)).toEqual(before)
})

test.each([
  ['DELETE', '/switches'],
  ['GET', '/reset'],
  ['GET', '/nothing'],
])('there is no %s %s', async (method, path) => {
  const { ask } = await start()
  expect(await ask(method, path)).toMatchObject({ status: 404 })
})

test('a caller who goes away in the middle of a body changes nothing and harms nobody', async () => {
  const { ask, url } = await start()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const head = 'PUT /_emulator/api/switches HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n'
  socket.write(`${head}{"linkDelayMs":3}`, () => socket.destroy())
  await once(socket, 'close')
  expect(await ask('GET', '/switches')).toMatchObject({ json: { linkDelayMs: 0 } })
})

async function start() {
  const seeding = parseSeed({ accountId: '123456789012', region: 'us-east-1', instanceId: 'i', domains: [] })
  if (!seeding.ok) throw new Error(seeding.message)
  const { url, close } = await createEmulator({ seed: seeding.seed })
  onTestFinished(close)
  return {
    url,
    async ask(method: string, path: string, body?: object) {
      const answer = await fetch(`${url}/_emulator/api${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
      return { status: answer.status, json: await answer.json() }
    },
    status: async () => (await fetch(`${url}/domains-list`, { method: 'POST' })).status,
  }
}
