import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { startBff } from '../../../test/support/bff.ts'
import { listPath } from '../../../test/support/server-app.ts'
import { createHttpServer, type SocketLimits } from './http-server.ts'

const aMinute = 60_000
const patient: SocketLimits = {
  headersTimeout: aMinute,
  requestTimeout: aMinute,
  keepAliveTimeout: aMinute,
  connectionsCheckingInterval: 20,
  silence: aMinute,
}

/** A server that answers what it has read to its end, with these limits in place of a minute each. */
async function listen(limits: Partial<SocketLimits>) {
  const server = createHttpServer((request, response) => request.resume().once('end', () => response.end('done')), {
    ...patient,
    ...limits,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // what a server that listens on TCP has
  return { server, port }
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

function drip(socket: Socket, letter: string) {
  const dripping = setInterval(() => socket.write(letter), 10)
  socket.once('close', () => clearInterval(dripping))
}

const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n'

test('headers that come a byte at a time are not waited for', async () => {
  const { port } = await listen({ headersTimeout: 150 })
  const socket = open(port)
  socket.write(`${head}x: `)
  drip(socket, 'x')
  expect(await text(socket)).toMatch(/^HTTP\/1.1 408/)
})

test.each([
  ['that comes a byte at a time', 'x'],
  ['that never comes', ''],
])('a body %s is not waited for', async (_, letter) => {
  const { port } = await listen({ headersTimeout: 150, requestTimeout: 150 })
  const socket = open(port)
  socket.write(`${head}\r\n`)
  if (letter !== '') drip(socket, letter)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 408/)
})

test('a connection that says nothing is closed, before a request and after it', async () => {
  const { port } = await listen({ keepAliveTimeout: 100, headersTimeout: 150, requestTimeout: 150 })
  const [silent, answered] = [open(port), open(port)]
  answered.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(await text(answered)).toMatch(/^HTTP\/1.1 200/)
  expect(await text(silent)).toMatch(/^HTTP\/1.1 408/)
})

test.each([
  ['in the middle of its headers', head],
  ['in the middle of its body', `${head}\r\nhalf`],
  ['while its answer is made', 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'],
])('a client that vanishes %s, without a word that it has gone, leaves no connection behind', async (_, sent) => {
  const limits = { headersTimeout: 150, requestTimeout: 150, keepAliveTimeout: 100, silence: 150 }
  const { server, port } = await listen(limits)
  // It never closes its half, and reads nothing: to the server that is a machine that lost its power.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  socket.pause().write(sent)
  await once(server, 'connection')
  await expect.poll(() => count(server), { timeout: 5_000 }).toBe(0)
})

test('an answer that nobody reads is given up', async () => {
  const server = createHttpServer((_, response) => response.end(Buffer.alloc(50_000_000)), { ...patient, silence: 150 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const socket = open((server.address() as AddressInfo).port).pause() // as above
  const [[, response]] = await Promise.all([once(server, 'request'), socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')])
  await once(response, 'close')
  await once(socket.resume(), 'close')
  expect(socket.bytesRead).toBeLessThan(50_000_000)
})

test('a client that has closed its half still gets its answer, and then the connection ends', async () => {
  const { port } = await listen({})
  const socket = open(port)
  socket.end('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200.*done/s)
})

test('a client that goes in the middle of its headers leaves no connection behind', async () => {
  const { server, port } = await listen({})
  const socket = open(port)
  socket.end(head)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 400/)
  await expect.poll(() => count(server)).toBe(0)
})

test.each([
  ['one header of 20 kB', `x: ${'x'.repeat(20_000)}\r\n`],
  ['5,000 headers', Array.from({ length: 5_000 }, (_, n) => `x-${n}: x\r\n`).join('')],
])('a request with %s is refused, and the next client answered', async (_, headers) => {
  const server = await startBff()
  onTestFinished(() => server.close())
  const socket = open(Number(new URL(server.url).port))
  socket.write(`POST ${listPath} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 431/)
  expect((await fetch(`${server.url}/livez`)).status).toBe(200)
})

test('no header gets lost behind thousands of others', async () => {
  const server = await startBff()
  onTestFinished(() => server.close())
  const socket = open(Number(new URL(server.url).port))
  const headers = `${'a:\r\n'.repeat(3_000)}origin: https://evil.example\r\nconnection: close\r\n`
  socket.write(`POST ${listPath} HTTP/1.1\r\nhost: x\r\n${headers}content-length: 0\r\n\r\n`)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 403/)
})

test('the longest path that can be right is read, and one of 20 kB is refused', async () => {
  const server = await startBff()
  onTestFinished(() => server.close())
  const id = encodeURIComponent('長'.repeat(500))
  expect((await fetch(`${server.url}/api/domains/${id}/templates/${id}`)).status).toBe(503)
  expect((await fetch(`${server.url}/${'x'.repeat(20_000)}`)).status).toBe(431)
})

test('a thousand idle connections keep nobody else waiting', async () => {
  const server = await startBff()
  onTestFinished(() => server.close())
  const sockets = Array.from({ length: 1_000 }, () => open(Number(new URL(server.url).port)))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  expect((await fetch(`${server.url}/livez`)).status).toBe(200)
  expect(sockets.every((socket) => !socket.closed)).toBe(true)
})

test('no limit contradicts another', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout: silence } = createHttpServer(() => undefined)
  expect(headersTimeout).toBeLessThan(requestTimeout)
  expect(keepAliveTimeout).toBeGreaterThan(60_000)
  expect(silence).toBeGreaterThan(60_000)
})

function count(server: ReturnType<typeof createHttpServer>): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, connections) => resolve(connections)))
}
