import { expect, expectTypeOf, test } from 'vitest'
import { createFakeStreams } from './fake-streams.ts'
import type { StreamsApi } from './streams-api.ts'
import type { StreamsSourceOptions } from './streams-source.ts'
import { ada, attachSource, ccp, initCcp, instance, openSource, pagesCcp } from './testing/opened-source.ts'

test("the page's softphone is listened to, and nothing is asked of it", async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  const { contactIds } = await attachSource(streams)
  streams.emit('acknowledge')
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
  expect(streams.calls).toEqual([pagesCcp])
})

test("a source with a ccpUrl listens to the page's softphone all the same, and starts none", async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  const { contactIds } = await attachSource(streams, ccp)
  streams.emit('acknowledge')
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
  expect(streams.calls).toEqual([pagesCcp])
})

test('a page whose Streams has no softphone yet gets one by that very Streams, as loud as the page has it', async () => {
  const streams = createFakeStreams()
  const { contactIds } = await attachSource(streams, ccp)
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
  expect(streams.calls).toEqual([expect.objectContaining({ ccpUrl: ccp.ccpUrl })])
})

test('an agent whom Streams remembers is shown once the softphone is heard', async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  streams.update(ada, [{ contactId: 'c-1' }])
  const { contactIds } = await attachSource(streams)
  expect(contactIds()).toBe('connecting')
  streams.emit('acknowledge')
  expect(contactIds()).toEqual(['c-1'])
})

test('Streams is asked once for the agent it remembers, however often its softphone is heard', async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  let asked = 0
  const agent: StreamsApi['agent'] = (onAgent) => {
    asked += 1
    streams.api.agent(onAgent)
  }
  await attachSource(streams, { findStreams: () => ({ ...streams.api, agent }) })
  for (let i = 0; i < 3; i++) streams.emit('acknowledge')
  expect(asked).toBe(1)
})

test('an agent whom Streams remembers is not shown when another opens the softphone', async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  streams.update(ada, [{ contactId: 'c-1' }])
  const { contactIds } = await attachSource(streams)
  streams.emit('acknowledge', { id: 'port-2' })
  expect(contactIds()).toBe('connecting')
  streams.update(`${instance}/agent/bob`, [])
  expect(contactIds()).toEqual([])
})

test('a source without a ccpUrl waits for the Streams of the page, and loads none', async () => {
  const { source, seen } = await attachSource(createFakeStreams(), { findStreams: () => null })
  await Promise.resolve() // what is loaded has failed
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  expect(seen.log).toEqual([])
})

test('a page that starts its softphone later is waited for', async () => {
  const streams = createFakeStreams()
  const { tick, contactIds } = await attachSource(streams)
  initCcp(streams)
  tick(250)
  streams.emit('acknowledge', { id: 'port-1' })
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
})

test('a page that starts no softphone is told what to do after 15 seconds, and may still start one', async () => {
  const streams = createFakeStreams()
  const { source, timeouts, tick, contactIds } = await attachSource(streams)
  expect(timeouts.map(({ ms }) => ms)).toEqual([15_000])
  timeouts[0]?.callback()
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'no_answer', detail: expect.stringMatching(/Call connect.core.initCCP.*approved origins/) },
  })
  initCcp(streams)
  tick(250)
  streams.emit('acknowledge', { id: 'port-1' })
  streams.update(ada, [])
  expect(contactIds()).toEqual([])
})

test.each([
  ['of the page', () => attachSource],
  ['of the source', () => openSource],
])('a softphone %s that the page ends empties the desk, and the one it starts next is followed', async (_, opened) => {
  const streams = createFakeStreams()
  const isPages = opened() === attachSource
  if (isPages) initCcp(streams)
  const { source, tick, contactIds } = await opened()(streams)
  streams.emit('acknowledge')
  streams.update(ada, [{ contactId: 'c-1' }])
  streams.terminate()
  tick(250)
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'signed_out', detail: expect.stringContaining('ended') },
  })
  initCcp(streams)
  streams.update(ada, [{ contactId: 'c-2' }])
  tick(250)
  expect(contactIds()).toBe('failed')
  streams.emit('acknowledge')
  expect(contactIds()).toEqual(['c-2'])
})

test('after a softphone is ended and another started, silence is counted once', async () => {
  const streams = createFakeStreams()
  initCcp(streams)
  const { source, tick } = await attachSource(streams)
  streams.emit('acknowledge')
  streams.terminate()
  tick(250)
  initCcp(streams)
  tick(250)
  streams.emit('acknowledge')
  streams.update(ada, [])
  for (let silentFor = 0; silentFor < 90_000; silentFor += 15_000) tick(15_000)
  expect(source.getSnapshot()).toMatchObject({ status: 'ready' })
})

test('a softphone to start has an address and a place, and one to wait for has neither', () => {
  expectTypeOf<{ ccpUrl: string; container: HTMLElement; region: string }>().toExtend<StreamsSourceOptions>()
  expectTypeOf<{ noAnswerAfterMs: number }>().toExtend<StreamsSourceOptions>()
  expectTypeOf<{ ccpUrl: string }>().not.toExtend<StreamsSourceOptions>()
  expectTypeOf<{ container: HTMLElement }>().not.toExtend<StreamsSourceOptions>()
  expectTypeOf<{ region: string }>().not.toExtend<StreamsSourceOptions>()
})
