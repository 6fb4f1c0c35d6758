import { expect, test } from 'vitest'
import { type ProblemCode, problemCatalogue } from '../../contract/problem-catalogue.ts'
import type { Api } from '../gather/api.ts'
import { answerOf } from '../testing/answer-of.ts'
import { lookWith } from '../testing/look-with.ts'
import { apiChecks } from './api.ts'

let requests = 0

function problem(code: ProblemCode, headers: Readonly<Record<string, string>> = {}) {
  const { status } = problemCatalogue[code]
  requests += 1
  const body = { ...problemCatalogue[code], type: 'urn:x', code, detail: 'It is so.', instance: `request-${requests}` }
  return answerOf(body, status, { 'content-type': 'application/problem+json', ...headers })
}

function apiWith(more: Partial<Api>): Api {
  const origin = 'https://cases.example.com'
  return {
    ...{ pageOrigin: origin, apiOrigin: origin, pageSignsIn: true, shared: null, templates: null, list: null },
    first: problem('unauthenticated'),
    second: problem('unauthenticated'),
    foreign: problem('forbidden_origin'),
    text: problem('unauthenticated'),
    ...more,
  }
}

test('an API that anybody reaches and that asks for no token is wrong', () => {
  const open = { pageSignsIn: false, first: problem('invalid_request') }
  expect(lookWith(apiChecks, 'api-sign-in', apiWith(open))).toBe(
    'wrong: Whoever reaches https://cases.example.com sees every case.',
  )
  expect(lookWith(apiChecks, 'api-sign-in', apiWith({ ...open, apiOrigin: 'http://127.0.0.1:8787' }))).toBe(
    'good: Nobody signs in, and only this machine reaches the API.',
  )
})

test('an API that asks for a token and a page that signs nobody in do not go together', () => {
  expect(lookWith(apiChecks, 'api-sign-in', apiWith({ pageSignsIn: false }))).toBe(
    'wrong: The API wants a token, and the page signs nobody in.',
  )
})

test('a path that was changed on its way is told by the server’s own word', () => {
  expect(lookWith(apiChecks, 'api', apiWith({ first: problem('route_not_found') }))).toBe(
    'wrong: The API takes no question: There is no such route (route_not_found).',
  )
})

test('a throttled answer without Retry-After lost it on the way', () => {
  expect(lookWith(apiChecks, 'domain', apiWith({ templates: problem('throttled') }))).toBe(
    'wrong: Something before the server takes away Retry-After.',
  )
  const templates = problem('throttled', { 'retry-after': '2' })
  expect(lookWith(apiChecks, 'domain', apiWith({ templates }))).toMatch(/^warning: Too many requests for this account/)
})

test('a list with more pages says so, and one of another version is not taken for good', () => {
  const templates = answerOf({ templates: [] })
  const cases = [{ caseId: 'case-1', templateId: 'repair' }]
  const list = answerOf({ cases, nextToken: 'next' })
  expect(lookWith(apiChecks, 'contact', apiWith({ templates, list }))).toBe(
    'good: The agent sees the contact. Its cases: 1 and more.',
  )
  expect(lookWith(apiChecks, 'contact', apiWith({ templates, list: answerOf({ items: [] }) }))).toMatch(/^wrong: /)
})

const desk = 'https://desk.example.com'
const origin = { 'access-control-allow-origin': desk }

test('a proxy that keeps Priority out of CORS, and one that hides Retry-After', () => {
  const allowed = { ...origin, 'access-control-allow-headers': 'authorization, content-type' }
  const preflight = answerOf('', 204, allowed)
  const shared = { origin: desk, preflight, answer: answerOf('', 401, origin) }
  expect(lookWith(apiChecks, 'cors', apiWith({ shared }))).toBe(`wrong: ${desk} may not send priority.`)
  const full = answerOf('', 204, { ...allowed, 'access-control-allow-headers': 'authorization,content-type,priority' })
  expect(lookWith(apiChecks, 'cors', apiWith({ shared: { ...shared, preflight: full } }))).toBe(
    `wrong: ${desk} may not read retry-after and x-request-id.`,
  )
})
