import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createAsk } from './ask.ts'

const ask = createAsk({ fetch, time: Date.now, timeoutMs: 200 })

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('an answer that begins and does not end is too slow', async () => {
  const host = await serve((_, response) => void response.write('<'))
  expect(await ask(`http://${host}/`)).toMatchObject({ says: `${host} did not answer within 0.2 s.` })
})

test('of an answer without an end only the beginning is read', async () => {
  const host = await serve((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  })
  const reply = await createAsk({ fetch, time: Date.now, timeoutMs: 5_000 })(`http://${host}/`)
  expect(reply.kind === 'answer' && reply.text.length).toBeGreaterThan(2_000_000)
})

test('an address that leads elsewhere is not followed', async () => {
  const host = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
  expect(await ask(`http://${host}/`)).toMatchObject({ kind: 'answer', status: 302 })
})

test('plain http behind https, and a name that nobody has, are sentences', async () => {
  const host = await serve((_, response) => response.end())
  expect(await ask(`https://${host}/`)).toMatchObject({ says: `${host} does not speak TLS.` })
  expect(await createAsk({ fetch, time: Date.now, timeoutMs: 5_000 })('http://nobody.invalid/')).toMatchObject({
    says: 'The name nobody.invalid is not in the DNS.',
  })
})

test.each([
  ['CERT_HAS_EXPIRED', 'The certificate of a.example has expired.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of a.example is for another name.'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'The certificate of a.example is of an authority that this machine does not know.'],
  ['EPROTO', 'a.example cannot be asked: EPROTO.'],
])('%s in words', async (code, says) => {
  const failing = async () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }))
  expect(await createAsk({ fetch: failing, time: Date.now, timeoutMs: 200 })('https://a.example/')).toMatchObject({
    says,
  })
})
