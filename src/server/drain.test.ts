import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createDrain } from './drain.ts'

const aMinute = 60_000

async function listen(onRequest: RequestListener) {
  const server = createServer(onRequest)
  const drain = createDrain(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // what a server that listens on TCP has
  return { server, drain, port }
}

const request = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'

test.each([
  ['kept open after an answer', request],
  ['opened in advance', ''],
])('a connection %s is closed', async (_, sent) => {
  const { server, drain, port } = await listen((_request, response) => response.end('done'))
  const socket = connect(port, '127.0.0.1')
  await once(server, 'connection')
  if (sent !== '') {
    socket.write(sent)
    await once(socket, 'data')
  }
  await drain(aMinute)
  await once(socket.resume(), 'close')
})

test('an answer under way is finished first, and its connection closed then', async () => {
  let answerNow = () => {}
  const { server, drain, port } = await listen((_request, response) => {
    answerNow = () => response.end('done')
  })
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (data) => {
    received += data
  })
  socket.write(request)
  await once(server, 'request')
  const drained = drain(aMinute)
  answerNow()
  await Promise.all([drained, once(socket, 'close')])
  expect(received).toMatch(/^HTTP\/1.1 200 OK.*done/s)
})

test('an answer that does not end is cut off when its time is over', async () => {
  const { server, drain, port } = await listen(() => undefined)
  const socket = connect(port, '127.0.0.1')
  socket.write(request)
  await once(server, 'request')
  await Promise.all([drain(20), once(socket.resume(), 'close')])
})

test('a server that stops takes no new connection', async () => {
  const { drain, port } = await listen((_request, response) => response.end())
  await drain(aMinute)
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})
