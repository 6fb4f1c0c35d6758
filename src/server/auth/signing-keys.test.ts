import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { claims, createIssuerSite, createKey, issuer, sign, time } from '../../../test/support/issuer.ts'
import { createTokenVerifier } from './access-token.ts'
import { createSigningKeys } from './signing-keys.ts'

const [first, second] = await Promise.all([createKey('first'), createKey('second', 'RS256')])
const document = { issuer, jwks_uri: `${issuer}/keys` }
const settings = { issuer, audience: 'contact-cases', agentClaim: 'sub', supervisors: null, time: () => time }

function verifierOf(site: { readonly fetch: typeof fetch }, { cooldownMs = 30_000, jwksUrl = null as string | null }) {
  return createTokenVerifier({
    ...settings,
    keys: createSigningKeys({ issuer, jwksUrl, fetch: site.fetch, cooldownMs }),
  })
}

test('the keys are found by discovery, and read once for many tokens', async () => {
  const site = createIssuerSite([first])
  const verify = verifierOf(site, {})
  const token = await sign(first)
  const verdicts = await Promise.all([verify(token), verify(token), verify(token)])
  expect([...verdicts, await verify(token)]).toMatchObject(Array(4).fill({ ok: true }))
  expect(site.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
})

test('an issuer whose name ends with a slash is asked where OpenID has it', async () => {
  const site = createIssuerSite([first])
  site.document.issuer = `${issuer}/`
  const keys = createSigningKeys({ issuer: `${issuer}/`, jwksUrl: null, fetch: site.fetch, cooldownMs: 30_000 })
  const verify = createTokenVerifier({ ...settings, issuer: `${issuer}/`, keys })
  expect(await verify(await sign(first, claims({ iss: `${issuer}/` })))).toMatchObject({ ok: true })
  expect(site.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
})

test('discovery follows no redirect, and no answer of the issuer is waited for without end', async () => {
  const site = createIssuerSite([first])
  const requests: RequestInit[] = []
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    requests.push(init)
    return site.fetch(url)
  }
  const keys = createSigningKeys({ issuer, jwksUrl: null, fetch, cooldownMs: 30_000 })
  await createTokenVerifier({ ...settings, keys })(await sign(first))
  expect(requests.map(({ redirect }) => redirect)).toEqual(['error', 'manual'])
  expect(requests.map(({ signal }) => signal)).toEqual([expect.any(AbortSignal), expect.any(AbortSignal)])
})

test('keys whose URL is set are found without discovery', async () => {
  const site = createIssuerSite([first])
  expect(await verifierOf(site, { jwksUrl: `${issuer}/keys` })(await sign(first))).toMatchObject({ ok: true })
  expect(site.asked).toEqual(['/keys'])
})

test('a rotation while the server runs: the new key is found, and the one withdrawn is good no longer', async () => {
  const site = createIssuerSite([first])
  const verify = verifierOf(site, { cooldownMs: 0 })
  expect(await verify(await sign(first))).toMatchObject({ ok: true })
  site.keys = [second]
  expect(await verify(await sign(second))).toMatchObject({ ok: true })
  expect(await verify(await sign(first))).toMatchObject({ problem: { reason: 'ERR_JWKS_NO_MATCHING_KEY' } })
})

test('tokens with made-up key ids do not make the issuer busy', async () => {
  const site = createIssuerSite([first])
  const verify = verifierOf(site, {})
  await verify(await sign(first))
  for (const kid of ['a', 'b', 'c']) {
    expect(await verify(await sign(first, undefined, { kid }))).toMatchObject({ problem: { kind: 'refused' } })
  }
  expect(site.asked).toHaveLength(2)
})

test('a token that two keys of the issuer fit is refused: nobody is told that the issuer is away', async () => {
  const site = createIssuerSite([first, await createKey('first')])
  expect(await verifierOf(site, {})(await sign(first))).toEqual({
    ok: false,
    problem: { kind: 'refused', reason: 'ERR_JWKS_MULTIPLE_MATCHING_KEYS' },
  })
})

test('while the issuer is away nobody is let in, and nobody is told to sign in again', async () => {
  const site = createIssuerSite([first])
  const verify = verifierOf(site, {})
  site.away = true
  const token = await sign(first)
  expect(await verify(token)).toEqual({
    ok: false,
    problem: { kind: 'keys_unavailable', reason: 'no keys: TypeError' },
  })
  site.away = false
  expect(await verify(token)).toMatchObject({ ok: true })
})

test('what kept the keys away is the cause of the failure', async () => {
  const failure = new TypeError('fetch failed')
  const fetch = () => Promise.reject(failure)
  const keys = createSigningKeys({ issuer, jwksUrl: null, fetch, cooldownMs: 30_000 })
  const token = await sign(first)
  await expect(jwtVerify(token, keys)).rejects.toMatchObject({ message: 'no keys: TypeError', cause: failure })
})

test('what is thrown and is no error lets nobody in either', async () => {
  const fetch = () => Promise.reject('away')
  expect(await verifierOf({ fetch }, {})(await sign(first))).toMatchObject({ problem: { reason: 'no keys: no error' } })
})

const another = { issuer: 'https://other.example.com' }
const inTheClear = { jwks_uri: 'http://issuer.example.com/keys' }

test.each([
  ['of another issuer', { ...document, ...another }, 200, 'the document is of another issuer'],
  ['with keys that travel in the clear', { ...document, ...inTheClear }, 200, 'jwks_uri must be https'],
  [
    'of nobody, with keys that are no text',
    { jwks_uri: 7 },
    200,
    'issuer Invalid input: expected string, received undefined; jwks_uri Invalid input: expected string, received number',
  ],
  ['that is a list', [], 200, 'document Invalid input: expected object, received array'],
  ['that is not found', document, 404, 'HTTP 404'],
])('a discovery document %s is none, and the log says so', async (_, body, status, reason) => {
  const site = createIssuerSite([first])
  const fetch: typeof globalThis.fetch = async (url) => {
    await site.fetch(url)
    return Response.json(body, { status })
  }
  expect(await verifierOf({ ...site, fetch }, {})(await sign(first))).toEqual({
    ok: false,
    problem: { kind: 'keys_unavailable', reason: `discovery: ${reason}` },
  })
  expect(site.asked).not.toContain('/keys')
})
