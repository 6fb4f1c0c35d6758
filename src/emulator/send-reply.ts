import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Reply } from './reply.ts'

/** Writes a reply to the connection, in the way it is delivered. */
export function sendReply(response: ServerResponse, { status, headers, body, delivery }: Reply): void {
  if (delivery?.kind === 'never') return
  const padding = delivery?.kind === 'padded' ? delivery.bytes : 0
  response.writeHead(status, { ...headers, 'content-length': padding + Buffer.byteLength(body) })
  // As text and not as bytes: Node then sends head and body in one write.
  if (delivery === undefined) response.end(body)
  else if (delivery.kind === 'drip') drip(response, Buffer.from(body), delivery.everyMs)
  else if (delivery.kind === 'padded') pad(response, body, padding)
  else response.write(body.slice(0, body.length / 2), () => response.socket?.resetAndDestroy())
}

function drip(response: ServerResponse, bytes: Buffer, everyMs: number): void {
  let sent = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1))
    sent += 1
    if (sent === bytes.length) response.end()
  }, everyMs)
  response.once('close', () => clearInterval(timer))
}

const blanks = ' '.repeat(2 ** 16)

/** Blanks, which JSON may have before it, as fast as they are read. */
function pad(response: ServerResponse, body: string, padding: number): void {
  function* parts() {
    for (let left = padding; left > 0; left -= blanks.length) yield blanks.slice(0, left)
    yield body
  }
  Readable.from(parts(), { objectMode: false }).pipe(response)
}
