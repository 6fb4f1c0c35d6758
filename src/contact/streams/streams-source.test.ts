import { expect, expectTypeOf, test } from 'vitest'
import type { DeskState } from '../contact-source.ts'
import { createFakeStreams } from './fake-streams.ts'
import type { StreamsApi } from './streams-api.ts'
import { createStreamsSource, type StreamsSourceOptions } from './streams-source.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
const ada = `${instance}/agent/ada`

const ccp = {
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  // A fake Streams puts nothing in it.
  container: {} as HTMLElement,
}

/** A source that starts a fake Streams, how often it told of a change, and what it logged. */
const openSource = (streams = createFakeStreams(), options: object = {}) => open(streams, { ...ccp, ...options })

/** A source in a page that has the fake Streams, and may have called `initCCP`. */
const attachSource = (streams = createFakeStreams(), options: object = {}) =>
  open(streams, { findStreams: () => streams.api, loadStreams: mayNotLoad, ...options })

const mayNotLoad = () => Promise.reject(new Error('a second copy of Streams'))

const pagesCcp = { ccpUrl: 'https://desk.my.connect.aws/ccp-v2/', softphone: { allowFramedSoftphone: false } }
const initCcp = ({ api }: { api: StreamsApi }) => api.core.initCCP({} as HTMLElement, pagesCcp)

async function open(streams: ReturnType<typeof createFakeStreams>, options: StreamsSourceOptions) {
  const seen = { changes: 0, log: [] as string[] }
  const timeouts: { callback: () => void; ms: number }[] = []
  const intervals: { callback: () => void; ms: number }[] = []
  const source = createStreamsSource({
    findStreams: () => null,
    loadStreams: async () => streams.api,
    isHidden: () => false,
    timers: {
      setTimeout: (callback, ms) => timeouts.push({ callback, ms }),
      setInterval: (callback, ms) => intervals.push({ callback, ms }),
    },
    log: (message, cause) => void seen.log.push([message, ...(cause ? [String(cause)] : [])].join(' ')),
    ...options,
  })
  source.subscribe(() => {
    seen.changes += 1
  })
  await Promise.resolve() // Streams is loaded
  await Promise.resolve() // and the source has heard of it
  /** Lets the time of one interval pass. */
  const tick = (ms: number) => {
    for (const interval of intervals.filter((it) => it.ms === ms)) interval.callback()
  }
  return { source, streams, seen, timeouts, tick, contactIds: () => contactIds(source.getSnapshot()) }
}

function contactIds(state: DeskState): readonly string[] | string {
  return state.status === 'ready' ? state.contacts.map((contact) => contact.contactId) : state.status
}

test('contacts follow the softphone', async () => {
  const { source, streams } = await openSource()
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  streams.emit('acknowledge', { id: 'port-1' })
  streams.update(ada, [{ contactId: 'c-1', type: 'voice', queue: { name: 'Billing' } }])
  streams.emit('contact::view', { contactId: 'c-1' })
  expect(source.getSnapshot()).toEqual({
    status: 'ready',
    agentArn: ada,
    viewedContactId: 'c-1',
    contacts: [
      {
        contactArn: `${instance}/contact/c-1`,
        contactId: 'c-1',
        initialContactArn: null,
        channel: 'voice',
        queueName: 'Billing',
        phase: 'connected',
        phaseSince: null,
      },
    ],
  })
})

test.each([
  [new Date(5_000), 5_000],
  ['2026-11-24T10:00:00.000Z', Date.UTC(2026, 10, 24, 10)],
  [undefined, null],
  ['yesterday', null],
])('a phase that began at %j is told as %j', async (timestamp, phaseSince) => {
  const { source, streams } = await openSource()
  streams.update(ada, [{ contactId: 'c-1', state: { type: 'connected', timestamp } }])
  expect(source.getSnapshot()).toMatchObject({ contacts: [{ phase: 'connected', phaseSince }] })
})

test('Streams is quiet before it starts, and gives its calls their sound in the page', async () => {
  const { streams } = await openSource()
  const softphone = { allowFramedSoftphone: true }
  expect(streams.calls).toStrictEqual(['echo WARN', { ccpUrl: 'https://example.my.connect.aws/ccp-v2/', softphone }])
})

test('Streams learns the Region, and whether it may open the login page', async () => {
  const { streams } = await openSource(createFakeStreams(), { region: 'eu-west-2', loginPopup: false })
  expect(streams.calls).toContainEqual(expect.objectContaining({ region: 'eu-west-2', loginPopup: false }))
})

test('the snapshot stays the same object, and nobody is told, while nothing changed', async () => {
  const { source, streams, seen } = await openSource()
  streams.update(ada, [{ contactId: 'c-1' }])
  streams.emit('contact::view', { contactId: 'c-1' })
  const before = source.getSnapshot()
  const { changes } = seen
  streams.update(ada, [{ contactId: 'c-1' }])
  streams.emit('contact::view', { contactId: 'c-1' })
  streams.emit('acknowledge')
  expect(source.getSnapshot()).toBe(before)
  expect(seen.changes).toBe(changes)
})

test('who subscribes, leaves and subscribes again, as StrictMode does, starts nothing twice', async () => {
  const { source, streams } = await openSource()
  source.subscribe(() => {})()
  source.subscribe(() => {})()
  expect(streams.calls).toHaveLength(2)
})

test('a second source on the page listens to the softphone of the first, and starts none', async () => {
  const first = await openSource()
  const second = await openSource(first.streams, { findStreams: () => first.streams.api, loadStreams: mayNotLoad })
  first.streams.emit('acknowledge')
  first.streams.update(ada, [{ contactId: 'c-1' }])
  expect(first.contactIds()).toEqual(['c-1'])
  expect(second.contactIds()).toEqual(['c-1'])
  expect(first.streams.calls).toHaveLength(2)
})

test('a page that frames a softphone of another copy of Streams fails in so many words', async () => {
  const streams = createFakeStreams()
  // initCCP finds the frame, writes a line to its log and makes no bus.
  const api = { ...streams.api, core: { ...streams.api.core, initCCP: () => {} } }
  const { source } = await openSource(streams, { loadStreams: async () => api })
  const detail = expect.stringContaining('Another copy of Streams')
  expect(source.getSnapshot()).toMatchObject({ status: 'failed', problem: { code: 'unsupported_host', detail } })
})

test('Streams that cannot be loaded is a problem with a reason', async () => {
  const { source, seen } = await openSource(createFakeStreams(), {
    loadStreams: () => Promise.reject(new Error('404')),
  })
  await expect
    .poll(source.getSnapshot)
    .toMatchObject({ problem: { code: 'no_answer', detail: expect.stringContaining('404') } })
  expect(seen.log).toEqual(['Streams did not start. Error: 404'])
})

test('Streams that throws when it starts is a problem with a reason', async () => {
  const streams = createFakeStreams()
  const initCCP = () => {
    throw new Error('no container')
  }
  const { source } = await openSource(streams, {
    loadStreams: async () => ({ ...streams.api, core: { ...streams.api.core, initCCP } }),
  })
  await expect.poll(source.getSnapshot).toMatchObject({ problem: { detail: expect.stringContaining('no container') } })
})

test('a softphone that does not answer fails after 15 seconds, and its late answer mends it', async () => {
  const { source, streams, timeouts, contactIds } = await openSource()
  expect(timeouts.map(({ ms }) => ms)).toEqual([15_000])
  timeouts[0]?.callback()
  const detail = expect.stringContaining('Check ccpUrl')
  expect(source.getSnapshot()).toMatchObject({ problem: { code: 'no_answer', detail } })
  streams.emit('acknowledge', { id: 'port-1' })
  streams.update(ada, [])
  expect(contactIds()).toEqual([])
})

test('a softphone that stops answering fails after 90 seconds, and its next acknowledge mends it', async () => {
  const { source, streams, tick, contactIds } = await openSource()
  streams.emit('acknowledge', { id: 'port-1' })
  streams.update(ada, [{ contactId: 'c-1' }])
  for (let silentFor = 0; silentFor <= 90_000; silentFor += 15_000) tick(15_000)
  expect(source.getSnapshot()).toMatchObject({ problem: { code: 'stopped_answering' } })
  streams.emit('acknowledge')
  expect(contactIds()).toEqual(['c-1'])
})

test.each([
  ['auth_fail', 'signed_out'],
  ['terminated', 'signed_out'],
  ['access_denied', 'access_denied'],
])('%s is told as %s; whoever comes in next is seen', async (event, code) => {
  const { source, streams } = await openSource()
  streams.update(ada, [{ contactId: 'c-1' }])
  streams.emit(event)
  expect(source.getSnapshot()).toMatchObject({ status: 'failed', problem: { code } })
  streams.emit('acknowledge', { id: 'port-2' })
  streams.update(`${instance}/agent/bob`, [])
  expect(source.getSnapshot()).toMatchObject({ status: 'ready', agentArn: `${instance}/agent/bob`, contacts: [] })
})

test('a contact that connects again after a reload is the same contact, and no news', async () => {
  const { source, streams, seen } = await openSource()
  streams.update(ada, [{ contactId: 'c-1' }])
  const before = source.getSnapshot()
  const { changes } = seen
  streams.emit('acknowledge', { id: 'port-2' })
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(source.getSnapshot()).toBe(before)
  expect(seen.changes).toBe(changes)
})

test('an agentARN that is none fails, and the next good one mends it', async () => {
  const { source, streams, contactIds } = await openSource()
  streams.update('arn:aws:iam::111122223333:user/ada', [{ contactId: 'c-1' }])
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'unsupported_host', detail: expect.stringContaining('user/ada') },
  })
  streams.update(ada, [{ contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
})

test.each([[null], [7], [{ toString: 1 }]])('an agentARN that is %j fails as well, and throws nothing', async (odd) => {
  const { source, streams, seen } = await openSource()
  streams.update(odd, [])
  expect(source.getSnapshot()).toMatchObject({
    problem: { code: 'unsupported_host', detail: expect.stringContaining('no text') },
  })
  expect(seen.log).toEqual([])
})

test.each([
  ['whose id is none', { contactId: 'not an id' }],
  ['without an id', { contactId: undefined }],
  ['without a type', { contactId: 'c-2', type: null }],
  ['without a state', { contactId: 'c-2', state: null }],
  ['whose state has no name', { contactId: 'c-2', state: {} }],
  ['whose queue is a name', { contactId: 'c-2', queue: 'Billing' }],
])('a contact %s is left out, logged once, and costs the others nothing', async (_, odd) => {
  const { streams, seen, contactIds } = await openSource()
  streams.update(ada, [odd, { contactId: 'c-1' }])
  streams.update(ada, [odd, { contactId: 'c-1' }])
  expect(contactIds()).toEqual(['c-1'])
  expect(seen.log).toEqual([expect.stringMatching(/^Left out a contact/)])
})

test.each([[null], [{}], [{ contactId: null }], [{ contactId: 7 }], ['c-1']])(
  'the view %j is the view of no contact',
  async (view) => {
    const { source, streams } = await openSource()
    streams.update(ada, [{ contactId: 'c-1' }, { contactId: 'undefined' }, { contactId: 'null' }, { contactId: '7' }])
    streams.emit('contact::view', { contactId: 'c-1' })
    streams.emit('contact::view', view)
    expect(source.getSnapshot()).toMatchObject({ viewedContactId: null })
  },
)

test('what a subscriber throws is logged, and the softphone goes on', async () => {
  const { source, streams, seen, contactIds } = await openSource()
  source.subscribe(() => {
    throw new Error('a broken panel')
  })
  streams.update(ada, [{ contactId: 'c-1' }])
  streams.update(ada, [])
  expect(seen.log).toContain('A callback of Streams failed. Error: a broken panel')
  expect(contactIds()).toEqual([])
})

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
