import { once } from 'node:events'
import { expect, test } from 'vitest'
import { contactArn, createTestApp, listPath, post } from '../../test/support/server-app.ts'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { fail, succeed } from './result.ts'
import type { UpstreamCode } from './upstream-problem.ts'

const oneCase = [{ caseId: 'case-1', templateId: 'template-1' }]
type Ask = CasesGateway['listCasesForContact']

/** A gateway that lists these pages, told apart by token, and what it was asked. */
function listing(pages: Readonly<Record<string, string | null>>) {
  const asked: unknown[] = []
  const listCasesForContact: Ask = async (input) => {
    asked.push(input)
    return succeed({ cases: oneCase, nextToken: pages[input.nextToken ?? 'first'] ?? null })
  }
  return { asked, ...createTestApp({ listCasesForContact }) }
}

test('a page of cases is answered in the form of the service', async () => {
  const { app, asked } = listing({ first: null })
  const answer = await app.request(listPath, post({ contactArn, maxResults: 3 }))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await answer.json()).toEqual({ cases: oneCase, nextToken: null, detailsToken: expect.any(String) })
  expect(asked).toEqual([{ domainId: 'domain', contactArn, maxResults: 3 }])
})

test('the token of the service goes out sealed, and comes back to the service as it was', async () => {
  const { app, asked } = listing({ first: 'upstream-token', 'upstream-token': null })
  const first = listCasesForContactResponse.parse(await (await app.request(listPath, post({ contactArn }))).json())
  expect(first.nextToken).not.toContain('upstream')
  const second = await app.request(listPath, post({ contactArn, nextToken: first.nextToken }))
  expect(await second.json()).toMatchObject({ cases: oneCase, nextToken: null })
  expect(asked).toMatchObject([{ contactArn }, { contactArn, nextToken: 'upstream-token' }])
})

test('an empty page has no details to ask for', async () => {
  const { app } = createTestApp({ listCasesForContact: async () => succeed({ cases: [], nextToken: null }) })
  expect(await (await app.request(listPath, post({ contactArn }))).json()).toMatchObject({ detailsToken: null })
})

test('a list whose token repeats itself ends, and the log says so', async () => {
  const { app, logged } = listing({ first: 'a', a: 'a' })
  const first = listCasesForContactResponse.parse(await (await app.request(listPath, post({ contactArn }))).json())
  const second = await app.request(listPath, post({ contactArn, nextToken: first.nextToken }))
  expect(await second.json()).toMatchObject({ cases: oneCase, nextToken: null })
  expect(logged).toContainEqual({ event: 'repeated_token', requestId: 'request-1' })
})

test("another contact's cursor, another domain's, a details token and what was never sealed continue no list", async () => {
  const { app, asked } = listing({ first: 'a' })
  const { nextToken, detailsToken } = listCasesForContactResponse.parse(
    await (await app.request(listPath, post({ contactArn }))).json(),
  )
  const answers = await Promise.all([
    app.request(listPath, post({ contactArn: `${contactArn}-2`, nextToken })),
    app.request(listPath.replace('domain/', 'domain-2/'), post({ contactArn, nextToken })),
    app.request(listPath, post({ contactArn, nextToken: 'x'.repeat(9_001) })),
    app.request(listPath, post({ contactArn, nextToken: 'a' })),
    app.request(listPath, post({ contactArn, nextToken: detailsToken })),
  ])
  for (const answer of answers) {
    expect(await answer.json()).toMatchObject({ status: 409, code: 'cursor_expired', errors: [{ field: 'nextToken' }] })
  }
  expect(asked).toHaveLength(1)
})

test.each<[UpstreamCode, number, string]>([
  ['invalid_request', 400, 'ValidationException'],
  ['not_found', 404, 'ResourceNotFoundException'],
  ['cursor_expired', 409, 'ValidationException'],
  ['throttled', 429, 'ThrottlingException'],
  ['upstream_denied', 502, 'InternalServerException'],
  ['upstream_invalid', 502, 'InternalServerException'],
  ['upstream_failed', 502, 'InternalServerException'],
  ['upstream_unavailable', 503, 'InternalServerException'],
  ['upstream_timeout', 504, 'InternalServerException'],
])('%s at the service is answered with %i', async (code, status, awsErrorType) => {
  const listCasesForContact: Ask = async () => fail({ code, reason: 'for the log alone', passing: false })
  const { app, logged } = createTestApp({ listCasesForContact })
  const answer = await app.request(listPath, post({ contactArn }))
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([status, awsErrorType])
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({ code, status })
  expect(text).not.toContain('for the log alone')
  expect(logged).toMatchObject([{ event: 'answered', status, code, reason: 'for the log alone' }])
})

test('a throttled answer says when to come back', async () => {
  const listCasesForContact: Ask = async () =>
    fail({ code: 'throttled', reason: 'HTTP 429', passing: false, retryAfterSeconds: 7 })
  const answer = await createTestApp({ listCasesForContact }).app.request(listPath, post({ contactArn }))
  expect(answer.headers.get('retry-after')).toBe('7')
})

/** A gateway that answers only when its signal aborts. */
function waiting() {
  const signals: AbortSignal[] = []
  const listCasesForContact: Ask = async (_, { signal }) => {
    signals.push(signal)
    await once(signal, 'abort')
    return fail({ code: 'upstream_timeout', reason: 'aborted', passing: false })
  }
  return { signals, listCasesForContact }
}

test('the question to the service ends at the deadline', async () => {
  const { signals, listCasesForContact } = waiting()
  const { app } = createTestApp({ listCasesForContact }, { limits: { deadlineMs: 20, bodyBytes: 1_000, labelsMs: 20 } })
  expect((await app.request(listPath, post({ contactArn }))).status).toBe(504)
  expect(signals).toMatchObject([{ reason: { name: 'TimeoutError' } }])
})

test('the question to the service ends when the caller goes away', async () => {
  const { signals, listCasesForContact } = waiting()
  const caller = new AbortController()
  const { app } = createTestApp({ listCasesForContact })
  const answer = app.request(listPath, { ...post({ contactArn }), signal: caller.signal })
  await expect.poll(() => signals.length).toBe(1)
  caller.abort('gone')
  await answer
  expect(signals).toMatchObject([{ reason: 'gone' }])
})
