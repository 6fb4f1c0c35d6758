import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'

/** One request as the service got it. */
export interface UpstreamRequest {
  readonly path: string
  readonly body: unknown
  /** Resolves when the connection is gone or the answer is complete. */
  readonly closed: Promise<unknown>
}

/** How the service takes one request. */
export type Turn = (response: ServerResponse, request: IncomingMessage) => void

/** A server in the place of Amazon Connect Cases that gives these answers in turn, the last one for ever. */
export async function startScriptedUpstream(...turns: readonly Turn[]) {
  const requests: UpstreamRequest[] = []
  const server = createServer(async (request, response) => {
    const closed = once(response, 'close')
    let body = ''
    for await (const chunk of request) body += chunk
    const turn = turns[Math.min(requests.length, turns.length - 1)]
    requests.push({ path: request.url ?? '', body: body === '' ? null : JSON.parse(body), closed })
    turn?.(response, request)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // what a server that listens on TCP has
  return { url: `http://127.0.0.1:${port}`, requests }
}

/** The service answers with this JSON. */
export function answers(json: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Turn {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json))
}

/** The service answers with an error in AWS's form. */
export function refuses(status: number, errorType: string, headers: Readonly<Record<string, string>> = {}): Turn {
  return answers({ message: 'in the words of the service' }, status, { 'x-amzn-errortype': errorType, ...headers })
}

/** The service answers with this text, whatever it is. */
export function says(text: string, status = 200): Turn {
  return (response) => response.writeHead(status, { 'content-type': 'text/html' }).end(text)
}

/** The service takes the question and never answers. */
export const hangs: Turn = () => undefined

/** The connection breaks before the first byte of an answer. */
export const breaksOff: Turn = (_response, request) => request.socket.destroy()

/** The answer comes a byte at a time and does not end. */
export const drips: Turn = (response) => {
  const drip = setInterval(() => response.write(' '), 20)
  response.once('close', () => clearInterval(drip))
}

/** The answer comes a byte a second and does not end. */
export const dripsSlowly: Turn = (response) => {
  response.write(' ')
  const drip = setInterval(() => response.write(' '), 1_000)
  response.once('close', () => clearInterval(drip))
}

/** The answer is one JSON text of so many bytes, sent as fast as it is read. */
export function isLarge(bytes: number): Turn {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes })
    Readable.from(blanks(bytes)).pipe(response)
  }
}

function* blanks(bytes: number) {
  const piece = Buffer.alloc(100_000, ' ')
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece.subarray(0, bytes - sent)
}

/** The answer comes as fast as it is read and does not end. */
export const floods: Turn = (response) => {
  const piece = Buffer.alloc(100_000, ' ')
  const flood = new Readable({ read: () => flood.push(piece) })
  flood.pipe(response)
}
