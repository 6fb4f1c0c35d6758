import { expect, test } from 'vitest'
import { contactArn, createTestApp, detailsPath, listPath, post } from '../../test/support/server-app.ts'
import { problemSchema } from '../contract/problem.ts'
import { createReadiness } from './readiness.ts'
import { fail, succeed } from './result.ts'

const templatesPath = '/api/domains/domain/templates'
const templatePath = `${templatesPath}/t-1`

test('a problem is a whole one: for browsers by RFC 9457, for AWS clients by header and message', async () => {
  const answer = await createTestApp().app.request('/api/nothing')
  expect(answer.status).toBe(404)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'x-request-id': 'request-1',
    'x-amzn-requestid': 'request-1',
    'x-amzn-errortype': 'UnknownOperationException',
  })
  const problem = await answer.json()
  expect(problemSchema.parse(problem)).toEqual({
    type: 'urn:connect-contact-cases:route_not_found',
    title: 'There is no such route',
    status: 404,
    code: 'route_not_found',
    detail: 'There is nothing at this path.',
    retryable: false,
    instance: 'request-1',
  })
  expect(problem).toMatchObject({ message: 'There is nothing at this path.' })
})

test.each([
  '/nothing',
  '/api',
  '/api/domains/domain',
  '/api/domains/a/b/templates',
  '/api/domains/domain/templates/',
  '/api/domains/domain/templates/a/b',
])('there is nothing at %s', async (path) => {
  expect(await (await createTestApp().app.request(path)).json()).toMatchObject({ code: 'route_not_found' })
})

test.each([
  ['GET', listPath, 'POST'],
  ['PUT', listPath, 'POST'],
  ['OPTIONS', listPath, 'POST'],
  ['GET', detailsPath, 'POST'],
  ['POST', templatesPath, 'GET, HEAD'],
  ['DELETE', templatesPath, 'GET, HEAD'],
  ['POST', templatePath, 'GET, HEAD'],
])('%s %s is told which method the route takes', async (method, path, allowed) => {
  const answer = await createTestApp().app.request(path, { method })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
  expect(await answer.json()).toMatchObject({ code: 'method_not_allowed' })
})

test('answers of the API are kept by nobody, and guessed at by nobody', async () => {
  const { app } = createTestApp()
  for (const answer of [await app.request(listPath, post({ contactArn })), await app.request('/api/nothing')]) {
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-request-id': 'request-1',
    })
  }
})

const template = { templateId: 't-1', name: 'Refund', status: 'Active' } as const

test('templates are answered with an ETag, and not again to who has them', async () => {
  const { app } = createTestApp({ listTemplates: async () => succeed([template]) })
  const answer = await app.request(templatesPath)
  expect(await answer.json()).toEqual({ templates: [template] })
  expect(answer.headers.get('cache-control')).toBe('private, max-age=60')

  const etag = answer.headers.get('etag') ?? ''
  const again = await app.request(templatesPath, { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  expect(again.headers.get('x-request-id')).toBe('request-1')
  expect((await app.request(templatesPath, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
})

test('other templates have another ETag', async () => {
  const tags = [template, { ...template, name: 'Return' }].map(async (one) => {
    const { app } = createTestApp({ listTemplates: async () => succeed([one]) })
    return (await app.request(templatesPath)).headers.get('etag')
  })
  expect(new Set(await Promise.all(tags)).size).toBe(2)
})

test('templates that cannot be had are a problem without an ETag', async () => {
  const listTemplates = async () => fail({ code: 'upstream_denied', reason: 'HTTP 403', passing: false } as const)
  const answer = await createTestApp({ listTemplates }).app.request(templatesPath, {
    headers: { 'if-none-match': '*' },
  })
  expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
    502,
    null,
    'no-store',
  ])
})

test('one template is answered as templates are, also a deleted one', async () => {
  const deleted = { ...template, status: 'Deleted' } as const
  const asked: unknown[] = []
  const { app } = createTestApp({
    async getTemplate(question) {
      asked.push(question)
      return succeed(deleted)
    },
  })
  const answer = await app.request(`${templatesPath}/a%2Fb`)
  expect(await answer.json()).toEqual(deleted)
  expect(asked).toEqual([{ domainId: 'domain', templateId: 'a/b' }])
  expect(answer.headers.get('cache-control')).toBe('private, max-age=60')
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
  expect((await app.request(`${templatesPath}/a%2Fb`, { headers })).status).toBe(304)
})

test('a template that is not there is not found', async () => {
  const answer = await createTestApp().app.request(templatePath)
  expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store'])
  expect(await answer.json()).toMatchObject({ status: 404, code: 'not_found' })
})

test.each([
  ['%ZZ', 'must be percent-encoded UTF-8'],
  ['x'.repeat(501), 'must be a text of 1 to 500 characters'],
])('a template id is refused by its name: %.10s', async (templateId, detail) => {
  const answer = await createTestApp().app.request(`${templatesPath}/${templateId}`)
  expect(await answer.json()).toMatchObject({ status: 400, errors: [{ field: 'templateId', detail }] })
})

test('a live server says so, and one that stops is not ready', async () => {
  const readiness = createReadiness({ now: () => 0 })
  const { app, logged } = createTestApp({}, { readiness })
  const statuses = async () => [(await app.request('/livez')).status, (await app.request('/readyz')).status]
  expect(await statuses()).toEqual([200, 200])
  readiness.stop()
  expect(await statuses()).toEqual([200, 503])
  expect(await (await app.request('/readyz')).json()).toEqual({ status: 'stopping' })
  expect(logged).toEqual([])
})

test('a mistake of ours is a problem to the caller, and to the log the place where it happened', async () => {
  const listTemplates = () => {
    throw new TypeError('a title that must stay unseen')
  }
  const { app, logged } = createTestApp({ listTemplates })
  const answer = await app.request(templatesPath)
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal', instance: 'request-1' })
  expect(logged).toMatchObject([
    { event: 'crashed', error: 'TypeError' },
    { event: 'answered', status: 500 },
  ])
  expect(JSON.stringify(logged)).toContain('app.test.ts')
  expect(text + JSON.stringify(logged)).not.toContain('unseen')
})

test('the log has one line for a request, and none of what was asked or answered', async () => {
  const cases = [{ caseId: 'canary-case', templateId: 'canary-template' }]
  const { app, logged } = createTestApp({
    listCasesForContact: async () => succeed({ cases, nextToken: 'canary-token' }),
  })
  const headers = { 'x-request-id': 'canary-id', authorization: 'canary' }
  const request = post({ contactArn: contactArn.replace('contact/c', 'contact/canary'), canary: 'canary' })
  await app.request('/api/domains/canary/list-cases-for-contact?canary', {
    ...request,
    headers: { ...request.headers, ...headers },
  })
  await app.request('/canary')
  expect(logged).toMatchObject([
    { event: 'answered', requestId: 'request-1', method: 'POST', status: 200 },
    { event: 'answered', status: 404, code: 'route_not_found' },
  ])
  expect(JSON.stringify(logged)).not.toContain('canary')
})
