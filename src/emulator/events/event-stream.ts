import type { ServerResponse } from 'node:http'
import type { EventHub } from './event-hub.ts'

// What a reader who does not read may hold in memory.
const mostUnread = 1_000_000

/** Answers with every event from now on, as server-sent events, until the reader goes. */
export function streamEvents<E>(hub: EventHub<E>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(':\n\n') // a comment, so that the reader knows that it is watching
  const stop = hub.watch((event) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > mostUnread) response.destroy()
  })
  response.once('close', stop)
}
