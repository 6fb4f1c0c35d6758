import { expect, test } from 'vitest'
import { contactArn, createTestApp, listPath, post } from '../../../test/support/server-app.ts'
import { fail } from '../result.ts'
import { authenticateByToken } from './authenticate.ts'
import { noAuth } from './create-auth.ts'

const desk = 'https://desk.example'

/** An app that takes no token at all, asked by a page of this origin. */
function ask(origin: string, request: RequestInit) {
  const authenticate = authenticateByToken(async () => fail({ kind: 'refused', reason: 'none is taken' }))
  const { app } = createTestApp({}, { auth: { ...noAuth, authenticate }, allowedOrigins: [desk] })
  const headers = { ...request.headers, origin, 'sec-fetch-site': 'cross-site' }
  return app.request(listPath, { ...request, headers })
}

test('a page of the list is told what it may send before anybody signs in: browsers ask that without a token', async () => {
  const headers = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
  const answer = await ask(desk, { method: 'OPTIONS', headers })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, desk])
})

test('it may read that its token is not valid', async () => {
  const answer = await ask(desk, post({ contactArn }))
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, desk])
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
})

test('another page is refused before its token is looked at', async () => {
  expect((await ask('https://evil.example', post({ contactArn }))).status).toBe(403)
})
