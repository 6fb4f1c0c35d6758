import { expect, onTestFinished, test } from 'vitest'
import { startBff } from '../../../test/support/bff.ts'
import { answers, startScriptedUpstream } from '../../../test/support/scripted-upstream.ts'
import { contactArn, createTestApp, listPath, post } from '../../../test/support/server-app.ts'

async function start(...settings: Parameters<typeof startBff>) {
  const server = await startBff(...settings)
  onTestFinished(() => server.close())
  return server
}

const onEveryAnswer = {
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-xss-protection': '0',
}
const ofTheApi = { ...onEveryAnswer, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }

// What says which answer this is, or what the connection is like, and protects nothing.
const notProtecting = [
  'connection',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'transfer-encoding',
]

function protectionOf(answer: Response) {
  return Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !notProtecting.includes(name) && !name.startsWith('x-amzn-') && name !== 'x-request-id',
    ),
  )
}

test('the headers of each kind of answer', async () => {
  const upstream = await startScriptedUpstream(answers({ cases: [], nextToken: null }), answers({ templates: [] }))
  const { url } = await start({ endpoint: upstream.url })
  const ask = async (path: string, init?: RequestInit) => protectionOf(await fetch(url + path, init))
  const page = {
    ...onEveryAnswer,
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      'frame-src https://example.my.connect.aws',
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'permissions-policy': [
      'clipboard-write=(self "https://example.my.connect.aws")',
      'microphone=(self "https://example.my.connect.aws")',
      'camera=(self "https://example.my.connect.aws")',
      'autoplay=(self "https://example.my.connect.aws")',
      'clipboard-read=(), display-capture=(), geolocation=(), payment=(), usb=()',
    ].join(', '),
  }
  const noStore = { ...ofTheApi, 'cache-control': 'no-store' }
  expect(await ask(listPath, post({ contactArn }))).toEqual(noStore)
  expect(await ask('/api/domains/domain/templates')).toEqual({ ...ofTheApi, 'cache-control': 'private, max-age=60' })
  expect(await ask('/api/nothing')).toEqual(noStore)
  expect(await ask(listPath, { method: 'PUT' })).toEqual({ ...noStore, allow: 'POST' })
  expect(await ask(listPath, { ...post({}), headers: { origin: 'https://evil.example' } })).toEqual(noStore)
  expect(await ask('/livez')).toEqual(noStore)
  expect(await ask('/readyz')).toEqual(noStore)
  expect(await ask('/config.json')).toEqual({ ...ofTheApi, 'cache-control': 'no-cache' })
  expect(await ask('/')).toEqual({ ...page, 'cache-control': 'no-cache' })
  expect(await ask('/assets/main-1a2b.js')).toEqual({ ...page, 'cache-control': 'public, max-age=31536000, immutable' })
})

test('a mistake of ours is answered with the same headers', async () => {
  const { app } = createTestApp({
    listTemplates() {
      throw new TypeError('out of order')
    },
  })
  expect(protectionOf(await app.request('/api/domains/domain/templates'))).toEqual({
    ...ofTheApi,
    'cache-control': 'no-store',
  })
})

test.each([
  ['over https', 'https://desk.example', {}, true],
  ['behind a proxy that was asked over https', 'http://desk.example', { 'x-forwarded-proto': 'https' }, true],
  ['over http', 'http://desk.example', {}, false],
])('a server that is asked %s', async (_, origin, headers: Record<string, string>, isStrict) => {
  const answer = await createTestApp().app.request(`${origin}/livez`, { headers })
  const strict = 'max-age=63072000; includeSubDomains'
  expect(answer.headers.get('strict-transport-security')).toBe(isStrict ? strict : null)
})

const signIn = {
  issuer: 'https://login.example/realm',
  clientId: 'desk',
  scope: 'openid',
  origins: ['https://auth.example'],
}

test('where agents sign in, the provider may be asked and framed, and so may the page that it comes back to', async () => {
  const { url } = await start({ frameAncestors: ["'none'"] }, { auth: signIn })
  const policyOf = async (path: string) =>
    (await fetch(url + path)).headers
      .get('content-security-policy')
      ?.split('; ')
      .filter((part) => /^(connect|frame)/.test(part))
  const provider = 'https://login.example https://auth.example'
  const ofThePage = [`connect-src 'self' ${provider}`, `frame-src https://example.my.connect.aws 'self' ${provider}`]
  expect(await policyOf('/')).toEqual([...ofThePage, "frame-ancestors 'none'"])
  expect(await policyOf('/sign-in.html')).toEqual([...ofThePage, "frame-ancestors 'self'"])
})

test('whoever frames the page is also around the page that a silent sign-in comes back to', async () => {
  const { url } = await start({ frameAncestors: ['https://desk.example'] }, { auth: signIn })
  const policy = (await fetch(`${url}/sign-in.html`)).headers.get('content-security-policy')
  expect(policy).toContain("frame-ancestors 'self' https://desk.example")
})

test('the desktops of the setting may frame the page, and a backend of another origin may be asked', async () => {
  const frameAncestors = ["'self'", 'https://*.my.connect.aws']
  const { url } = await start({ frameAncestors }, { apiBaseUrl: 'https://api.example/cases' })
  const policy = (await fetch(url)).headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain("frame-ancestors 'self' https://*.my.connect.aws")
  expect(policy).toContain("connect-src 'self' https://api.example")
})
