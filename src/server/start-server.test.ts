import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startBff } from '../../test/support/bff.ts'
import { pageConfig } from '../../test/support/built-page.ts'
import { answers, hangs, startScriptedUpstream } from '../../test/support/scripted-upstream.ts'
import { contactArn, listPath, post } from '../../test/support/server-app.ts'

async function start(...settings: Parameters<typeof startBff>) {
  const server = await startBff(...settings)
  onTestFinished(() => server.close())
  return server
}

test('the page is asked for again each time, what it is built of never', async () => {
  const { url } = await start()
  const page = await fetch(url)
  expect(await page.text()).toContain('<title>Contact cases</title>')
  expect([page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
    'text/html; charset=utf-8',
    'no-cache',
  ])
  const script = await fetch(`${url}/assets/main-1a2b.js`)
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('the page may frame the CCP, and nothing else', async () => {
  const { url } = await start({}, { ccpUrl: 'https://desk.my.connect.aws/ccp-v2/' })
  expect((await fetch(url)).headers.get('content-security-policy')?.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", 'frame-src https://desk.my.connect.aws']),
  )
})

test("the page's settings are those the server was given, not those built with the page", async () => {
  const { url } = await start()
  const answer = await fetch(`${url}/config.json`)
  expect(await answer.json()).toEqual(pageConfig)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
})

test.each(['/missing.js', '/assets/', '/assets/missing.js', '/..%2f..%2fetc/passwd', '/%2e%2e/package.json'])(
  'there is no file at %s',
  async (path) => {
    const answer = await fetch((await start()).url + path)
    expect(await answer.json()).toMatchObject({ status: 404, code: 'route_not_found' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

test('a contact is asked about from end to end', async () => {
  const cases = [{ caseId: 'case-1', templateId: 't-1' }]
  const upstream = await startScriptedUpstream(answers({ cases, nextToken: null }))
  const { url } = await start({ endpoint: upstream.url })
  expect(await (await fetch(url + listPath, post({ contactArn }))).json()).toMatchObject({ cases, nextToken: null })
})

test('the log names the pattern of the route, and not the catch-all of the page beside it', async () => {
  const { url, logged } = await start()
  await fetch(`${url}/api/domains/d/list-cases-for-contact`)
  await fetch(url)
  const routes = logged.flatMap((entry) => (entry.event === 'answered' ? [entry.route] : []))
  expect(routes).toEqual(['/api/domains/:domainId/list-cases-for-contact', '/*'])
})

test('a body of 1 MB is refused through a socket, in pieces too', async () => {
  const { url } = await start()
  const large = JSON.stringify('x'.repeat(1_000_000))
  expect((await fetch(url + listPath, post(large))).status).toBe(413)
  const pieces = new Blob([large]).stream()
  const inPieces = { ...post(''), body: pieces, duplex: 'half' } as RequestInit // duplex: fetch wants it, lib has it not
  expect((await fetch(url + listPath, inPieces)).status).toBe(413)
})

test('an agent who closes the page takes the question to the service along', async () => {
  const upstream = await startScriptedUpstream(hangs)
  const { url, logged } = await start({ endpoint: upstream.url })
  const page = new AbortController()
  const answer = fetch(url + listPath, { ...post({ contactArn }), signal: page.signal })
  await expect.poll(() => upstream.requests.length).toBe(1)
  page.abort()
  await expect(answer).rejects.toThrow()
  await upstream.requests[0]?.closed
  await expect.poll(() => logged).toContainEqual(expect.objectContaining({ reason: 'the caller went away first' }))
})

test('a body that breaks off is no crash', async () => {
  const { url, logged } = await start()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(
    `POST ${listPath} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"con`,
  )
  await once(socket, 'connect')
  await expect.poll(() => socket.bytesWritten).toBeGreaterThan(0)
  socket.end()
  await expect.poll(() => logged.map(({ event }) => event)).toEqual(['listening', 'answered'])
})

test('a server that stops finishes what it began, and takes nothing new', async () => {
  let answerNow = () => {}
  const upstream = await startScriptedUpstream((response, request) => {
    answerNow = () => answers({ cases: [], nextToken: null })(response, request)
  })
  const { url, close } = await start({ endpoint: upstream.url })
  const answer = fetch(url + listPath, post({ contactArn }))
  await expect.poll(() => upstream.requests.length).toBe(1)
  const closed = close()
  await expect(fetch(`${url}/livez`)).rejects.toThrow()
  answerNow()
  expect((await answer).status).toBe(200)
  await closed
})

test('a port that is taken is told by its error code', async () => {
  const { url } = await start()
  await expect(start({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
