import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createEventHub, type EventHub } from './event-hub.ts'
import { streamEvents } from './event-stream.ts'

test('a reader gets each event on a line of its own', async () => {
  const hub = createEventHub<object>()
  const read = await readerOf(hub)
  hub.publish({ title: 'one\ntwo' })
  hub.publish({ title: 'three' })
  expect(await read(2)).toEqual(['data: {"title":"one\\ntwo"}', 'data: {"title":"three"}'])
})

test('several readers get the same events', async () => {
  const hub = createEventHub<object>()
  const readers = [await readerOf(hub), await readerOf(hub)]
  hub.publish({ n: 1 })
  expect(await Promise.all(readers.map((read) => read(1)))).toEqual([['data: {"n":1}'], ['data: {"n":1}']])
})

test('a reader who does not read is let go', async () => {
  const hub = createEventHub<string>()
  const { url, closed } = await serve(hub)
  const { body } = await fetch(url)
  let gone = false
  void closed.then(() => {
    gone = true
  })
  await expect
    .poll(
      () => {
        hub.publish('x'.repeat(500_000))
        return gone
      },
      { interval: 1 },
    )
    .toBe(true)
  await body?.cancel().catch(() => {})
})

test('an undone watch hears nothing more, and one that watches twice keeps the other', () => {
  const hub = createEventHub<number>()
  const heard: number[] = []
  const onEvent = (event: number) => void heard.push(event)
  const stop = hub.watch(onEvent)
  hub.watch(onEvent)
  hub.publish(1)
  stop()
  hub.publish(2)
  expect(heard).toEqual([1, 1, 2])
})

async function serve<E>(hub: EventHub<E>) {
  let close = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const server = createServer((_, response) => {
    response.once('close', close)
    streamEvents(hub, response)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address of that kind.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, closed }
}

/** Starts to watch; the function reads this many lines of data. */
async function readerOf(hub: EventHub<object>) {
  const { url } = await serve(hub)
  const { body } = await fetch(url)
  const chunks = body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async (count: number): Promise<string[]> => {
    for (;;) {
      const lines = text
        .split('\n\n')
        .slice(0, -1)
        .filter((line) => line.startsWith('data:'))
      if (lines.length >= count) return lines
      text += (await chunks?.read())?.value ?? ''
    }
  }
}
