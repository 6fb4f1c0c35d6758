import { expect, test } from 'vitest'
import type { Endpoints } from '../gather/issuer.ts'
import { answerOf } from '../testing/answer-of.ts'
import { lookWith } from '../testing/look-with.ts'
import { endpointChecks } from './issuer.ts'

const pageOrigin = 'https://cases.example.com'
const returnUrl = `${pageOrigin}/sign-in.html`
const issuer = 'https://issuer.example.com'

function endpointsWith(more: Partial<Endpoints>): Endpoints {
  return {
    ...{ pageOrigin, returnUrl },
    auth: { issuer, clientId: 'page', scope: 'openid', origins: [] },
    discovery: answerOf({}, 200, { 'access-control-allow-origin': '*' }),
    document: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    },
    keys: answerOf({ keys: [] }),
    token: answerOf({ error: 'invalid_grant' }, 400, { 'access-control-allow-origin': pageOrigin }),
    authorization: answerOf('', 302, { location: `${returnUrl}?error=login_required` }),
    ...more,
  }
}

const look = (id: string, more: Partial<Endpoints>) => lookWith(endpointChecks, id, endpointsWith(more))

test('an endpoint of another origin must be in auth.origins', () => {
  const elsewhere = 'https://example.auth.us-east-1.amazoncognito.com'
  const document = { ...endpointsWith({}).document, token_endpoint: `${elsewhere}/oauth2/token` }
  expect(look('issuer-origins', { document })).toBe(`wrong: An endpoint of the issuer is at ${elsewhere}.`)
  const auth = { ...endpointsWith({}).auth, origins: [elsewhere] }
  expect(look('issuer-origins', { document, auth })).toBe('good: All endpoints are where the page may go.')
})

test.each([
  [['S256', 'plain'], 'good: The issuer takes S256.'],
  [['plain'], 'wrong: The issuer does not take PKCE with S256.'],
  [undefined, 'skipped: The issuer does not say which methods it takes: sign in once to see.'],
])('of the methods %j', (methods, said) => {
  const document = endpointsWith({}).document
  const more = methods === undefined ? document : { ...document, code_challenge_methods_supported: methods }
  expect(look('issuer-pkce', { document: more })).toBe(said)
})

test.each([
  [answerOf({ keys: [{ kty: 'RSA', use: 'sig' }] }), 'good: The issuer publishes what its tokens are checked with.'],
  [answerOf({ keys: [{ kty: 'oct' }, { kty: 'RSA', use: 'enc' }] }), 'wrong: The issuer has no key that signs tokens.'],
  [answerOf('<h1>', 500), 'wrong: https://issuer.example.com/keys answers with HTTP 500, and not with keys.'],
])('keys, %#', (keys, said) => {
  expect(look('issuer-keys', { keys })).toBe(said)
})

test('a token endpoint that does not let the page ask is named', () => {
  expect(look('issuer-cors', {})).toBe('good: The page may read the issuer’s answers.')
  const token = { ...answerOf({ error: 'invalid_grant' }, 400), url: `${issuer}/token` }
  expect(look('issuer-cors', { token })).toBe(`wrong: /token of the issuer does not let ${pageOrigin} ask.`)
})

test.each([
  [302, `${returnUrl}?error=login_required`, 'good: The issuer comes back to /sign-in.html.'],
  [302, `${returnUrl}?error=invalid_scope`, 'wrong: The issuer refuses a sign-in: invalid_scope.'],
  [302, '/error?error=redirect_mismatch', 'wrong: The issuer refuses a sign-in: redirect_mismatch.'],
  [302, '/error?error=Call+555', 'wrong: The issuer refuses a sign-in: no known code.'],
  [400, '', 'wrong: The issuer refuses a sign-in with HTTP 400.'],
  [302, '/login', 'skipped: The issuer shows a page of its own: sign in once to see.'],
  [200, '', 'skipped: The issuer shows a page of its own: sign in once to see.'],
])('a sign-in that is answered with %i %s', (status, location, said) => {
  const authorization = { ...answerOf('', status, location === '' ? {} : { location }), url: `${issuer}/authorize` }
  expect(look('issuer-return', { authorization })).toBe(said)
})
