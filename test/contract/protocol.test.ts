import { expect, test } from 'vitest'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

// What an SDK would never send, or hides: the bytes of restJson1 themselves.
const { url, seed } = await contractTarget()
const { domainId, contactArn } = contactWithCases(seed, 1)
const listPath = `/domains/${domainId}/list-cases-for-contact`

test('the last page says so with a null nextToken, and an answer names its request', async () => {
  const answer = await post(listPath, { contactArn })
  expect(answer).toMatchObject({ status: 200, json: { nextToken: null } })
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
})

test('an error says its type in a header and in the body', async () => {
  const answer = await post(listPath, {})
  expect(answer.status).toBe(400)
  expect(answer.headers.get('x-amzn-errortype')).toBe('ValidationException')
  expect(answer.json).toEqual({
    __type: 'ValidationException',
    message:
      "1 validation error detected: Value null at 'contactArn' failed to satisfy constraint: Member must not be null",
  })
})

test.each([
  ['a maxResults of "3"', { contactArn, maxResults: '3' }, "'maxResults' must be an integer"],
  ['a maxResults of 1.5', { contactArn, maxResults: 1.5 }, "'maxResults' must be an integer"],
  ['a maxResults of true', { contactArn, maxResults: true }, "'maxResults' must be an integer"],
  ['a contactArn of 1', { contactArn: 1 }, "'contactArn' must be a string"],
  ['a nextToken that is a list', { contactArn, nextToken: [] }, "'nextToken' must be a string"],
  ['an array', [], 'not a JSON object'],
  ['a text', 'contact', 'not a JSON object'],
  ['null', null, 'not a JSON object'],
])('%s cannot be read', async (_, body, message) => {
  const answer = await post(listPath, body)
  expect(answer).toMatchObject({ status: 400, json: { __type: 'SerializationException' } })
  expect(answer.json).toHaveProperty('message', expect.stringContaining(message))
})

test('a body that is not JSON cannot be read', async () => {
  const answer = await send(listPath, { method: 'POST', body: '{"contactArn":', headers: json })
  expect(answer).toMatchObject({ status: 400, json: { __type: 'SerializationException' } })
})

test.each([
  ['no member', {}],
  ['a member that is not modelled', { startsWith: { id: 'title', value: { stringValue: 'a' } } }],
  ['no operator around its value', { id: 'title', value: { stringValue: 'a' } }],
  ['a value with two members', { equalTo: { id: 'title', value: { stringValue: 'a', doubleValue: 1 } } }],
  ['a value with none', { equalTo: { id: 'title', value: {} } }],
])('a field filter with %s cannot be read', async (_, field) => {
  const answer = await post(`/domains/${domainId}/cases-search`, { filter: { andAll: [{ field }] } })
  expect(answer).toMatchObject({ status: 400, json: { __type: 'SerializationException' } })
})

test('filters within filters without end cannot be read', async () => {
  const deep = `{"filter":${'{"not":'.repeat(10_000)}{"andAll":[]}${'}'.repeat(10_001)}`
  const answer = await send(`/domains/${domainId}/cases-search`, { method: 'POST', body: deep, headers: json })
  expect(answer).toMatchObject({ status: 400, json: { __type: 'SerializationException' } })
})

test('members that are not modelled are ignored, and null is the same as absent', async () => {
  const answer = await post(listPath, { contactArn, maxResults: null, nextToken: null, somethingNew: 1 })
  expect(answer.status).toBe(200)
})

test('an empty body without a content type is a request without members', async () => {
  expect(await send(`/domains/${domainId}`, { method: 'POST' })).toMatchObject({ status: 200, json: { domainId } })
})

test('a body of another media type is refused', async () => {
  const answer = await send(listPath, { method: 'POST', body: JSON.stringify({ contactArn }) })
  expect(answer).toMatchObject({ status: 415, json: { __type: 'UnsupportedMediaTypeException' } })
})

test('a body beyond all limits is refused', async () => {
  const answer = await post(listPath, { contactArn, padding: 'x'.repeat(1_000_000) })
  expect(answer).toMatchObject({ status: 413, json: { __type: 'RequestEntityTooLargeException' } })
})

test.each([
  ['a path of no operation', 'POST', '/domains/d/no-such-operation'],
  ['a path with more behind it', 'POST', `${listPath}/`],
  ['a path that is not UTF-8', 'POST', '/domains/%ff'],
  ['the root', 'POST', '/'],
  ['another method', 'GET', listPath],
  ['another method of a path that has several', 'PATCH', '/domains/d/cases/c'],
])('%s is of no operation', async (_, method, path) => {
  const answer = await send(path, { method })
  expect(answer).toMatchObject({ status: 404, json: { __type: 'UnknownOperationException' } })
})

test.each([
  ['maxResults=ten', 'SerializationException'],
  ['maxResults=1.5', 'SerializationException'],
  ['maxResults=0', 'ValidationException'],
  ['status=Deleted', 'ValidationException'],
])('a query string of %s is refused', async (query, type) => {
  const answer = await send(`/domains/${domainId}/templates-list?${query}`, { method: 'POST' })
  expect(answer).toMatchObject({ status: 400, json: { __type: type } })
})

const json = { 'content-type': 'application/json' }

function post(path: string, body: unknown): ReturnType<typeof send> {
  return send(path, { method: 'POST', body: JSON.stringify(body), headers: json })
}

async function send(path: string, init: RequestInit): Promise<{ status: number; headers: Headers; json: unknown }> {
  const response = await fetch(`${url}${path}`, init)
  return { status: response.status, headers: response.headers, json: await response.json() }
}
