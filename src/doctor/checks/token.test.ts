import { UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { lookWith } from '../testing/look-with.ts'
import { tokenChecks } from './token.ts'

const issuer = 'https://issuer.example.com'
const auth = { issuer, clientId: 'page', scope: 'openid', resource: 'contact-cases', origins: [] }
const now = Date.parse('2026-11-24T12:00:00Z')
const good = { iss: issuer, aud: ['contact-cases'], exp: now / 1000 + 300, iat: now / 1000 }

const look = (token: string) => lookWith(tokenChecks, 'token', { token, auth, now })

test.each([
  [{}, 'good: The token is of the issuer, for this API, and in its time.'],
  [{ exp: now / 1000 - 60 }, 'wrong: The token ended 60 s ago.'],
  [{ iat: now / 1000 + 90 }, 'wrong: The token is from 90 s in the future.'],
  [{ nbf: now / 1000 + 90 }, 'wrong: The token is from 90 s in the future.'],
  [{ iss: `${issuer}/` }, 'wrong: The token is another issuer’s than auth.issuer.'],
  [{ aud: 'page' }, 'wrong: The token is not for contact-cases.'],
  [{ nonce: 'n' }, 'wrong: The token is an ID token.'],
  [{ token_use: 'id' }, 'wrong: The token is an ID token.'],
])('a token with %j', (changes, said) => {
  expect(look(new UnsecuredJWT({ ...good, ...changes }).encode())).toBe(said)
})

test('a token that is no JWT, and one without an end', () => {
  expect(look(new UnsecuredJWT({ iss: issuer }).encode())).toBe('wrong: The token does not say when it ends.')
  expect(look('opaque')).toBe('wrong: The token is no JWT: the server cannot read it.')
})
