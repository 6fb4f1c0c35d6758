import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createCallLog } from './call-log.ts'
import { createListener, type ListenerDeps } from './listener.ts'
import type { World } from './operation.ts'
import { parseSeed } from './seed.ts'
import { createStore, type Store } from './store.ts'
import { createBehaviour } from './switches/behaviour.ts'
import { createTokens } from './tokens.ts'

const emptyWorld: World = {
  store: storeOf([]),
  tokens: createTokens('key'),
  now: () => 0,
  newId: () => 'id',
  linkDelayMs: 0,
}

test('a mistake of the emulator looks like one of the service, and the next request is answered', async () => {
  let mistakes = 1
  const { url, log } = await listen(() => {
    mistakes -= 1
    if (mistakes < 0) return emptyWorld
    throw new Error('out of order')
  })
  const failed = await fetch(`${url}/domains-list`, { method: 'POST' })
  expect(failed.headers.get('x-amzn-errortype')).toBe('InternalServerException')
  expect(await failed.json()).toMatchObject({ message: expect.stringContaining('out of order') })
  await fetch(`${url}/domains-list`, { method: 'POST' })
  expect(log.calls.map((call) => call.status)).toEqual([500, 200])
})

test('an answer carries the id and the log the time that were handed in', async () => {
  const { url, log } = await listen(() => emptyWorld)
  const answer = await fetch(`${url}/domains-list`, { method: 'POST' })
  expect(answer.headers.get('x-amzn-requestid')).toBe('request-1')
  expect(log.calls).toEqual([{ operation: 'ListDomains', status: 200, ms: 5 }])
})

test.each([
  ['its commit', async () => {}, 200],
  ['a commit that fails', () => Promise.reject(new Error('disk full')), 500],
])('a write is answered after %s', async (_, finish, status) => {
  const order: string[] = []
  const { url, log } = await listen(writableWorld, async (changes) => {
    await finish()
    order.push(...changes.map((change) => change.kind))
  })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ eventBridge: { enabled: true } })
  const answer = await fetch(`${url}/domains/d/case-event-configuration`, { method: 'PUT', body, headers })
  expect(answer.status).toBe(status)
  expect(order).toEqual(status === 200 ? ['eventConfigurationPut'] : [])
  expect(log.calls).toMatchObject([{ operation: 'PutCaseEventConfiguration', status }])
})

test('a caller who goes away in the middle of a body is no call, and harms nobody', async () => {
  const { url, log } = await listen(() => emptyWorld)
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('POST /domains-list HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"max', () => socket.destroy())
  await once(socket, 'close')
  await fetch(`${url}/domains-list`, { method: 'POST' })
  expect(log.calls).toHaveLength(1)
})

function writableWorld(): World {
  const domains = [{ domainId: 'd', name: 'Domain', templates: [], cases: [], contacts: [] }]
  return { ...emptyWorld, store: storeOf(domains) }
}

function storeOf(domains: readonly object[]): Store {
  const reading = parseSeed({ accountId: '123456789012', region: 'us-east-1', instanceId: 'i', domains })
  if (!reading.ok) throw new Error(reading.message)
  return createStore(reading.seed)
}

async function listen(world: () => World, commit: ListenerDeps['commit'] = async () => {}) {
  const log = createCallLog(10)
  let clock = 0
  const now = () => {
    clock += 5
    return clock
  }
  const account = { accountId: '123456789012', region: 'us-east-1', instanceId: 'i' }
  const behaviour = createBehaviour({ account, start: { quotas: 'off' }, now: () => 0 })
  const server = createServer(
    createListener({ world, commit, behaviour, log, now, time: () => 0, requestId: () => 'request-1' }),
  )
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address of that kind.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log }
}
