import { expect, test } from 'vitest'
import { foreignPages } from '../../../test/support/foreign-pages.ts'
import { contactArn, createTestApp, listPath, post } from '../../../test/support/server-app.ts'

const desk = 'https://desk.example'
const allowedOrigins = [desk]
const host = 'cases.example'

async function ask(headers: Readonly<Record<string, string>>, method = 'POST') {
  const { app, logged } = createTestApp({}, { allowedOrigins })
  const request = method === 'POST' ? post({ contactArn }) : { method }
  const answer = await app.request(`https://${host}${listPath}`, {
    ...request,
    headers: { 'content-type': 'application/json', host, ...headers },
  })
  return { answer, logged }
}

test.each([
  ['the page itself', { 'sec-fetch-site': 'same-origin', origin: `https://${host}` }],
  [
    'the page itself, behind a proxy that changes the host',
    { 'sec-fetch-site': 'same-origin', origin: 'https://cdn.example' },
  ],
  ['the page itself, in an older browser', { origin: `https://${host}` }],
  ['a page of the list', { 'sec-fetch-site': 'cross-site', origin: desk }],
  ['an SDK or the AWS CLI', {}],
])('a post of %s is answered', async (_, headers) => {
  expect((await ask(headers)).answer.status).toBe(200)
})

test.each(foreignPages({ host, desk, scheme: 'https' }))(
  'a post of %s is refused before it is read',
  async (_, headers) => {
    const { answer, logged } = await ask(headers)
    const detail = 'Pages of this origin may not ask this server.'
    expect(await answer.json()).toMatchObject({ status: 403, code: 'forbidden_origin', detail, instance: 'request-1' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(logged).toMatchObject([{ event: 'answered', status: 403, code: 'forbidden_origin' }])
  },
)

test.each(['GET', 'HEAD', 'OPTIONS'])(
  'a %s of another page, which changes nothing, is let through, and its answer is not for that page',
  async (method) => {
    const { answer } = await ask({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, method)
    expect(answer.status).not.toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('a server without a list answers all origins alike, so that one copy of an answer serves them all', async () => {
  const { app } = createTestApp()
  const answer = await app.request('/api/domains/domain/templates', { headers: { origin: desk } })
  expect([answer.status, answer.headers.get('vary')]).toEqual([200, null])
})

test('a page of the list may read answers, refusals too, and when to ask again', async () => {
  const { answer } = await ask({ origin: desk, 'content-type': 'text/plain' })
  expect(answer.status).toBe(415)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': desk,
    'access-control-expose-headers': 'etag,retry-after,x-request-id',
    vary: 'Origin',
  })
  expect(answer.headers.has('access-control-allow-credentials')).toBe(false)
})

test('a page of the list is told before it asks what it may send', async () => {
  const preflight = { origin: desk, 'access-control-request-method': 'POST' }
  const { answer } = await ask({ ...preflight, 'access-control-request-headers': 'authorization' }, 'OPTIONS')
  expect(answer.status).toBe(204)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': desk,
    'access-control-allow-methods': 'GET,HEAD,POST',
    'access-control-allow-headers': 'authorization,content-type,priority',
    'access-control-max-age': '600',
  })
})

test('another page is told nothing before it asks, and so does not', async () => {
  const { answer } = await ask({ origin: 'https://evil.example', 'access-control-request-method': 'POST' }, 'OPTIONS')
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(answer.headers.get('vary')).toBe('Origin')
})
