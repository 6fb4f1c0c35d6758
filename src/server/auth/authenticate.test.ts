import { expect, test } from 'vitest'
import { contactArn, createTestApp, listPath, post } from '../../../test/support/server-app.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { TokenProblem } from './access-token.ts'
import { authenticateByToken } from './authenticate.ts'
import { noAuth } from './create-auth.ts'
import type { Agent } from './viewer.ts'

const ann: Agent = { kind: 'agent', issuer: 'i', subject: 's', user: 'ann', isSupervisor: false }

/** Who sent a request with this header, and the tokens that were verified for that. */
async function ask(authorization: string | null, verdict: Result<Agent, TokenProblem> = succeed(ann)) {
  const verified: string[] = []
  const authenticate = authenticateByToken(async (token) => {
    verified.push(token)
    return verdict
  })
  const headers = { ...(authorization !== null && { authorization }) }
  return { viewer: await authenticate(new Request('https://cases.example', { headers })), verified, authenticate }
}

const longest = `${'x'.repeat(11_999)}.==`

test.each([
  ['Bearer a.b.c', 'a.b.c'],
  ['bearer   AZ09-._~+/==', 'AZ09-._~+/=='],
  [`BEARER ${longest}`, longest],
])('the token of the header %s is verified to the letter', async (header, token) => {
  expect(await ask(header)).toMatchObject({ viewer: succeed(ann), verified: [token] })
})

test.each([
  'Basic YTpi',
  'Bearer',
  'Bearer a b',
  'Bearer a,b',
  'Bearer a=b',
  'Bearera',
  'no Bearer a',
  `Bearer ${'x'.repeat(12_001)}`,
])('the header %s holds no token, and nothing is verified', async (header) => {
  const detail = 'Send the access token as: Bearer TOKEN.'
  expect(await ask(header)).toMatchObject({
    viewer: { problem: { code: 'unauthenticated', detail, reason: 'no bearer token' } },
    verified: [],
  })
})

test('who sends no token is told to send one', async () => {
  expect(await ask(null)).toMatchObject({
    viewer: { problem: { code: 'unauthenticated', detail: 'Send an access token.', reason: 'no token' } },
    verified: [],
  })
})

test.each([
  ['is refused', 'refused', 'unauthenticated', 'The access token is not valid here.'],
  [
    'cannot be checked',
    'keys_unavailable',
    'sign_in_unavailable',
    'The keys of the sign-in service cannot be read. Try again in a moment.',
  ],
] as const)('who sends a token that %s is told so, and the log is told why', async (_, kind, code, detail) => {
  const { viewer } = await ask('Bearer a.b.c', fail({ kind, reason: 'of another issuer' }))
  expect(viewer).toEqual(fail({ code, detail, reason: 'token: of another issuer' }))
})

test('while tokens cannot be checked the answer is 503, without a challenge to sign in again', async () => {
  const { authenticate } = await ask(null, fail({ kind: 'keys_unavailable', reason: 'no keys' }))
  const { app } = createTestApp({}, { auth: { ...noAuth, authenticate } })
  const request = post({ contactArn })
  const headers = { ...request.headers, authorization: 'Bearer a.b.c' }
  const answer = await app.request(listPath, { ...request, headers })
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([503, null])
})
