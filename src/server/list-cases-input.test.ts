import { expect, test } from 'vitest'
import { contactArn, createTestApp, listPath, post } from '../../test/support/server-app.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { succeed } from './result.ts'

/** An app, and what its gateway was asked: nothing, where the input is wrong. */
function listing() {
  const asked: unknown[] = []
  const listCasesForContact: CasesGateway['listCasesForContact'] = async (input) => {
    asked.push(input)
    return succeed({ cases: [], nextToken: null })
  }
  return { asked, ...createTestApp({ listCasesForContact }) }
}

test.each([
  ['a contact ARN that is none', { contactArn: 'contact' }, 'contactArn'],
  ['an agent ARN', { contactArn: contactArn.replace('/contact/', '/agent/') }, 'contactArn'],
  ['no contact ARN', {}, 'contactArn'],
  ['a contact ARN that is a number', { contactArn: 5 }, 'contactArn'],
  ['a contact ARN of 501 characters', { contactArn: contactArn.padEnd(501, 'x') }, 'contactArn'],
  ['maxResults 0', { contactArn, maxResults: 0 }, 'maxResults'],
  ['maxResults 11', { contactArn, maxResults: 11 }, 'maxResults'],
  ['maxResults "3"', { contactArn, maxResults: '3' }, 'maxResults'],
  ['maxResults 1.5', { contactArn, maxResults: 1.5 }, 'maxResults'],
  ['maxResults null', { contactArn, maxResults: null }, 'maxResults'],
  ['an empty token', { contactArn, nextToken: '' }, 'nextToken'],
  ['a token of 13,001 characters', { contactArn, nextToken: 'x'.repeat(13_001) }, 'nextToken'],
  ['a token that is a number', { contactArn, nextToken: 1 }, 'nextToken'],
  ['an empty body', '', 'body'],
  ['an array', [], 'body'],
  ['a text', '"text"', 'body'],
  ['null', 'null', 'body'],
  ['what is not JSON', '{"contactArn":', 'body'],
])('%s is refused by the name of its field', async (_, body, field) => {
  const { app, asked } = listing()
  const answer = await app.request(listPath, post(body))
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ field }] })
  expect(asked).toEqual([])
})

test('every wrong field is named, each in a sentence', async () => {
  const { app } = listing()
  const answer = await app.request(listPath, post({ contactArn: 'x', maxResults: 11 }))
  expect(await answer.json()).toMatchObject({
    detail:
      'contactArn must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{contactId}; ' +
      'maxResults must be a whole number from 1 to 10.',
    errors: [{ field: 'contactArn' }, { field: 'maxResults' }],
  })
})

test('bytes that are not UTF-8 are no JSON', async () => {
  const { app } = listing()
  const answer = await app.request(listPath, { ...post(''), body: Uint8Array.of(0x22, 0xff, 0x22) })
  expect(await answer.json()).toMatchObject({ status: 400, errors: [{ field: 'body' }] })
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  'multipart/form-data; x=application/json',
])('a body sent as %s is refused', async (contentType) => {
  const { app } = listing()
  const answer = await app.request(listPath, post({ contactArn }, contentType))
  expect(await answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
})

test.each(['application/json; charset=utf-8', 'Application/JSON'])('a body sent as %s is read', async (contentType) => {
  const { app } = listing()
  expect((await app.request(listPath, post({ contactArn }, contentType))).status).toBe(200)
})

test('a body of 1 MB is refused, whether it says its length or not', async () => {
  const { app } = listing()
  const large = `"${'x'.repeat(1_000_000)}"`
  const measured = post(large)
  const saysItsLength = { ...measured, headers: { ...measured.headers, 'content-length': String(large.length) } }
  for (const request of [measured, saysItsLength]) {
    const answer = await app.request(listPath, request)
    expect(await answer.json()).toMatchObject({ status: 413, code: 'body_too_large', errors: [{ field: 'body' }] })
  }
})

test('a body that says a large length is not read at all', async () => {
  const { app } = listing()
  const unread = new ReadableStream({ pull: () => Promise.reject(new Error('must not be read')) }, { highWaterMark: 0 })
  const headers = { 'content-type': 'application/json', 'content-length': '1000000' }
  const answer = await app.request(listPath, { method: 'POST', headers, body: unread, duplex: 'half' } as RequestInit)
  expect(answer.status).toBe(413)
})

test.each([
  ['with a wrong escape', '%ZZ', 'must be percent-encoded UTF-8'],
  ['that is not UTF-8', '%E0%A4%A', 'must be percent-encoded UTF-8'],
  ['of 501 characters', 'x'.repeat(501), 'must be a text of 1 to 500 characters'],
])('a domain id %s is refused by every route', async (_, domainId, detail) => {
  const { app } = listing()
  const answers = [
    await app.request(`/api/domains/${domainId}/list-cases-for-contact`, post({ contactArn })),
    await app.request(`/api/domains/${domainId}/case-details`, post({ detailsToken: 'x' })),
    await app.request(`/api/domains/${domainId}/templates`),
    await app.request(`/api/domains/${domainId}/templates/t-1`),
  ]
  for (const answer of answers) {
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ field: 'domainId', detail }] })
  }
})

test('a path without a domain id is of no route', async () => {
  const { app } = listing()
  const answers = [
    await app.request('/api/domains//list-cases-for-contact', post({ contactArn })),
    await app.request('/api/domains//templates'),
  ]
  for (const answer of answers) expect(await answer.json()).toMatchObject({ status: 404, code: 'route_not_found' })
})

test('a domain id with reserved characters arrives as it was meant', async () => {
  const { app, asked } = listing()
  const domainId = 'a/b c%d:é+#?&=%2F'
  await app.request(`/api/domains/${encodeURIComponent(domainId)}/list-cases-for-contact`, post({ contactArn }))
  expect(asked).toMatchObject([{ domainId }])
})
