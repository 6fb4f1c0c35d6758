import { expect, test } from 'vitest'
import { createCasesClient } from './cases-client.ts'
import { CasesError } from './cases-problem.ts'
import { arnOf } from './testing/arns.ts'
import {
  deletedTemplate,
  details,
  failedCase,
  foundCase,
  ids,
  page,
  problem,
  templates,
} from './testing/scripted-backend.ts'

const contactArn = arnOf('c-1')

function clientOf(fetch: (url: string, init: RequestInit) => Promise<Response>, deadlineMs?: number) {
  return createCasesClient({ apiBaseUrl: '/api/', domainId: 'a/b', fetch, ...(deadlineMs && { deadlineMs }) })
}

/** What the client makes of an answer to a request for the first page. */
async function outcomeOf(answer: () => Response | Promise<Response>) {
  const client = clientOf(async () => answer())
  return client.listCasesForContact({ contactArn }, new AbortController().signal).catch((error) => {
    if (error instanceof CasesError) return error.problem
    throw error
  })
}

test('the first page is asked for without a token, the next one with it', async () => {
  const sent: unknown[] = []
  const client = clientOf(async (url, { method, headers, body }) => {
    sent.push([method, url, headers, JSON.parse(String(body))])
    return page(['case-1'], 'token-1')
  })
  const { signal } = new AbortController()
  const answer = await client.listCasesForContact({ contactArn }, signal)
  expect(answer).toEqual({
    cases: [{ caseId: 'case-1', templateId: 'general' }],
    nextToken: 'token-1',
    detailsToken: null,
  })
  await client.listCasesForContact({ contactArn, nextToken: answer.nextToken }, signal)
  const url = '/api/domains/a%2Fb/list-cases-for-contact'
  expect(sent).toEqual([
    ['POST', url, { 'content-type': 'application/json', priority: 'u=1' }, { contactArn }],
    ['POST', url, { 'content-type': 'application/json', priority: 'u=1' }, { contactArn, nextToken: 'token-1' }],
  ])
})

test('a list for a contact that rings is less urgent, and so is what rows say beside their ids; a refresh is least', async () => {
  const priorities: unknown[] = []
  const client = clientOf(async (url, { headers }) => {
    priorities.push(new Headers(headers).get('priority'))
    if (url.endsWith('/list-cases-for-contact')) return page([])
    if (url.endsWith('/case-details')) return details()
    return url.endsWith('/templates') ? templates() : deletedTemplate('gone', 'Gone')
  })
  const { signal } = new AbortController()
  await client.listCasesForContact({ contactArn, purpose: 'ringing' }, signal)
  await client.caseDetails({ detailsToken: 'token-1' }, signal)
  await client.listTemplates(signal)
  await client.getTemplate('gone', signal)
  await client.listCasesForContact({ contactArn, purpose: 'refreshing' }, signal)
  await client.caseDetails({ detailsToken: 'token-1', purpose: 'refreshing' }, signal)
  expect(priorities).toEqual(['u=2', 'u=4', 'u=4', 'u=4', 'u=6', 'u=6'])
})

test('templates are read from their own route', async () => {
  const client = clientOf(async (url, { method }) => {
    expect([method, url]).toEqual(['GET', '/api/domains/a%2Fb/templates'])
    return templates('General')
  })
  expect(await client.listTemplates(new AbortController().signal)).toEqual({
    templates: [{ templateId: 'general', name: 'General', status: 'Active' }],
  })
})

test('details are asked for by the token of a page, all of it or the cases named', async () => {
  const sent: unknown[] = []
  const client = clientOf(async (url, { method, body }) => {
    sent.push([method, url, JSON.parse(String(body))])
    return details('case-1', failedCase('case-2', 'case_not_found'))
  })
  const { signal } = new AbortController()
  const answer = await client.caseDetails({ detailsToken: 'token-1' }, signal)
  expect(answer.results).toMatchObject([
    { outcome: 'found', caseId: 'case-1', title: 'Title of case-1' },
    { outcome: 'failed', caseId: 'case-2', code: 'case_not_found', retryable: false },
  ])
  await client.caseDetails({ detailsToken: 'token-1', caseIds: ['case-2'] }, signal)
  const url = '/api/domains/a%2Fb/case-details'
  expect(sent).toEqual([
    ['POST', url, { detailsToken: 'token-1' }],
    ['POST', url, { detailsToken: 'token-1', caseIds: ['case-2'] }],
  ])
})

test('one template is read by its id', async () => {
  const client = clientOf(async (url, { method }) => {
    expect([method, url]).toEqual(['GET', '/api/domains/a%2Fb/templates/x%2Fy'])
    return deletedTemplate('x/y', 'Old')
  })
  expect(await client.getTemplate('x/y', new AbortController().signal)).toEqual({
    templateId: 'x/y',
    name: 'Old',
    status: 'Deleted',
  })
})

test.each([
  ['an outcome of a kind we do not know', { results: [{ outcome: 'new', caseId: 'a' }] }],
  ['a found case without a title', { results: [{ ...foundCase('a'), title: undefined }] }],
  ['eleven outcomes', { results: ids('a', 11).map((caseId) => foundCase(caseId)) }],
])('details with %s are a typed error', async (_, body) => {
  const answer = clientOf(async () => Response.json(body)).caseDetails(
    { detailsToken: 'token-1' },
    new AbortController().signal,
  )
  await expect(answer).rejects.toMatchObject({ problem: { code: 'unreadable_answer', retryable: false } })
})

test.each(['/api', '/api/', '/api///'])('an API at %s is the same', async (apiBaseUrl) => {
  const asked: string[] = []
  const client = createCasesClient({
    apiBaseUrl,
    domainId: 'domain',
    fetch: async (url) => {
      asked.push(url)
      return templates()
    },
  })
  await client.listTemplates(new AbortController().signal)
  expect(asked).toEqual(['/api/domains/domain/templates'])
})

test('a problem of the server keeps its code, its request id and the time to wait', async () => {
  expect(await outcomeOf(() => problem('throttled', { 'retry-after': '120' }))).toEqual({
    code: 'throttled',
    retryable: true,
    detail: 'scripted',
    retryAfterMs: 120_000,
    requestId: 'request-1',
  })
})

test.each(['', '-1', '1.5', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
  'a Retry-After of %j is no time',
  async (value) => {
    expect(await outcomeOf(() => problem('throttled', { 'retry-after': value }))).toMatchObject({ retryAfterMs: null })
  },
)

const html = { 'content-type': 'text/html; charset=utf-8' }

test.each([
  ['a broken connection', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable', true],
  ['a sign-in page', () => new Response('<html>', { headers: html }), 'proxy_answer', false],
  ["a gateway's error page", () => new Response('<html>', { status: 502, headers: html }), 'proxy_answer', true],
  ["a server's own error page", () => new Response('<html>', { status: 500, headers: html }), 'proxy_answer', true],
  ['an error without a body', () => new Response(null, { status: 503 }), 'unreadable_answer', true],
  [
    'an error of a kind we do not know',
    () => Response.json({ code: 'new' }, { status: 418 }),
    'unreadable_answer',
    false,
  ],
  ['a body cut short', () => new Response('{"cases":['), 'unreadable_answer', false],
  ['an empty answer', () => new Response(''), 'unreadable_answer', false],
  ['no list', () => Response.json({ nextToken: null }), 'unreadable_answer', false],
  ['a list that is none', () => Response.json({ cases: {}, nextToken: null }), 'unreadable_answer', false],
  [
    'a case without an id',
    () => Response.json({ cases: [{ templateId: 't' }], nextToken: null }),
    'unreadable_answer',
    false,
  ],
  ['eleven cases', () => page(Array.from({ length: 11 }, (_, i) => `${i}`)), 'unreadable_answer', false],
  ['a token that is a number', () => Response.json({ cases: [], nextToken: 1 }), 'unreadable_answer', false],
] as const)('%s is a typed error', async (_, answer, code, retryable) => {
  expect(await outcomeOf(answer)).toMatchObject({ code, retryable })
})

test('a body that breaks off while it is read is a broken connection', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) })
  expect(await outcomeOf(() => new Response(body))).toMatchObject({ code: 'unreachable' })
})

test('a request that takes too long is given up as unreachable', async () => {
  const hangs = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  const answer = clientOf(hangs, 5).listCasesForContact({ contactArn }, new AbortController().signal)
  await expect(answer).rejects.toMatchObject({ problem: { code: 'unreachable', retryable: true } })
})

test('an abort passes through as what it is', async () => {
  const controller = new AbortController()
  const client = clientOf(async (_, { signal }) => {
    controller.abort()
    signal?.throwIfAborted()
    return page([])
  })
  await expect(client.listCasesForContact({ contactArn }, controller.signal)).rejects.toMatchObject({
    name: 'AbortError',
  })
})

test('a typed error keeps its cause, and says it', async () => {
  const cause = new TypeError('Failed to fetch')
  const answer = clientOf(() => Promise.reject(cause)).listTemplates(new AbortController().signal)
  await expect(answer).rejects.toMatchObject({ name: 'CasesError', message: 'unreachable: Failed to fetch', cause })
})

test("a desktop's own fetch may fail with anything: it is a broken connection", async () => {
  expect(await outcomeOf(() => Promise.reject('offline'))).toMatchObject({
    code: 'unreachable',
    detail: 'the request failed',
  })
})

test('an answer that cannot be read is told by its status and its kind, and by what is wrong in it', async () => {
  expect(await outcomeOf(() => new Response(null, { status: 503 }))).toMatchObject({
    detail: 'status 503, no content type',
  })
  const answer = clientOf(async () => Response.json({ templates: {} })).listTemplates(new AbortController().signal)
  await expect(answer).rejects.toMatchObject({
    problem: { detail: 'status 200, application/json' },
    cause: { issues: [{ path: ['templates'] }] },
  })
})
