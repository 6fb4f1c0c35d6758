import { expect, test } from 'vitest'
import { createFakeStreams } from './fake-streams.ts'
import { ada, instance, mayNotLoad, openSource } from './testing/opened-source.ts'

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
