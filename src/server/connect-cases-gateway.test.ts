import { expect, test } from 'vitest'
import { askerOf, goAtOnce } from '../../test/support/asker.ts'
import {
  answers,
  breaksOff,
  drips,
  floods,
  hangs,
  refuses,
  says,
  startScriptedUpstream,
} from '../../test/support/scripted-upstream.ts'
import { listCasesForContactRequest } from '../contract/list-cases-for-contact.ts'
import { createGateway } from './connect-cases-gateway.ts'

const contactArn = 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c'
const question = { domainId: 'domain', ...listCasesForContactRequest.parse({ contactArn }) }

async function ask(upstream: { readonly url: string }, { nextToken = '', deadlineMs = 5_000 } = {}) {
  const gateway = createGateway({ region: 'us-east-1', endpoint: upstream.url, credentials: 'placeholder' }, goAtOnce)
  const input = { ...question, ...(nextToken !== '' && { nextToken }) }
  return gateway.listCasesForContact(input, askerOf(AbortSignal.timeout(deadlineMs)))
}

const oneCase = { cases: [{ caseId: 'case-1', templateId: 'template-1' }], nextToken: null }
const refused = (code: string) => ({ ok: false, problem: { code } })

test('asks as the service wants to be asked, and hands on its answer', async () => {
  const upstream = await startScriptedUpstream(answers({ ...oneCase, nextToken: 'two' }))
  expect(await ask(upstream, { nextToken: 'one' })).toEqual({ ok: true, value: { ...oneCase, nextToken: 'two' } })
  expect(upstream.requests).toMatchObject([
    { path: '/domains/domain/list-cases-for-contact', body: { contactArn, nextToken: 'one' } },
  ])
})

test('of many questions at once each gets its own answer, or its own end', async () => {
  const held: (() => void)[] = []
  const upstream = await startScriptedUpstream((response, request) => {
    const caseId = request.url ?? ''
    held.push(() => answers({ cases: [{ caseId, templateId: 'template-1' }], nextToken: null })(response, request))
  })
  const gateway = createGateway({ region: 'us-east-1', endpoint: upstream.url, credentials: 'placeholder' }, goAtOnce)
  const leaves = new AbortController()
  const asked = Array.from({ length: 20 }, (_, n) =>
    gateway.listCasesForContact(
      { ...question, domainId: `domain-${n}` },
      askerOf(n === 7 ? leaves.signal : AbortSignal.timeout(5_000)),
    ),
  )
  await expect.poll(() => held.length).toBe(20)
  leaves.abort()
  await upstream.requests.find(({ path }) => path.startsWith('/domains/domain-7/'))?.closed
  for (const answer of held.reverse()) answer()
  const outcomes = (await Promise.all(asked)).map((page) => (page.ok ? page.value.cases[0]?.caseId : page.problem.code))
  expect(outcomes).toEqual(
    asked.map((_, n) => (n === 7 ? 'upstream_timeout' : `/domains/domain-${n}/list-cases-for-contact`)),
  )
})

test.each([[null], [undefined], ['']])('nextToken %j is the end of the list', async (nextToken) => {
  const upstream = await startScriptedUpstream(answers({ cases: [], nextToken }))
  expect(await ask(upstream)).toEqual({ ok: true, value: { cases: [], nextToken: null } })
})

const cases = (count: number) => Array.from({ length: count }, (_, n) => ({ caseId: `case-${n}`, templateId: 't' }))

test.each([
  ['HTML', says('<html></html>')],
  ['JSON that breaks off', says('{"cases":[')],
  ['nothing', says('')],
  ['null', says('null')],
  ['text where the list should be', answers({ cases: 'abc' })],
  ['no cases', answers({ nextToken: null })],
  ['11 cases', answers({ cases: cases(11) })],
  ['a case that is null', answers({ cases: [null] })],
  ['a case without template', answers({ cases: [{ caseId: 'case-1' }] })],
  ['an id that is a number', answers({ cases: [{ caseId: 1, templateId: 't' }] })],
  ['an id that is empty', answers({ cases: [{ caseId: '', templateId: 't' }] })],
  ['an id of 501 characters', answers({ cases: [{ caseId: 'x'.repeat(501), templateId: 't' }] })],
  ['one bad case among nine good ones', answers({ cases: [...cases(9), { caseId: 1, templateId: 't' }] })],
  ['a token of 9,001 characters', answers({ cases: [], nextToken: 'x'.repeat(9_001) })],
  ['a token that is a number', answers({ cases: [], nextToken: 7 })],
  ['JSON 10,000 deep', says(`{"cases":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['HTML with status 404', says('<html></html>', 404)],
  ['another operation', refuses(404, 'UnknownOperationException')],
])('an answer that does not match the model is no answer: %s', async (_, turn) => {
  expect(await ask(await startScriptedUpstream(turn))).toMatchObject(refused('upstream_invalid'))
})

test('a wrong answer is described by what was wrong, not by what it said', async () => {
  const upstream = await startScriptedUpstream(
    answers({ cases: [{ caseId: 'case-1', templateId: 42 }], nextToken: {} }),
  )
  expect(await ask(upstream)).toMatchObject({
    problem: {
      reason:
        'cases.0.templateId: must be a text of 1 to 500 characters; ' +
        'nextToken: Invalid input: expected string, received object',
    },
  })
})

test('a body without end is not read to its end', async () => {
  const upstream = await startScriptedUpstream(floods)
  const problem = { code: 'upstream_invalid', reason: 'HTTP 200 AnswerTooLarge' }
  expect(await ask(upstream)).toMatchObject({ problem })
  await upstream.requests[0]?.closed
})

test.each([
  ['hangs', hangs],
  ['drips a byte at a time', drips],
])('a service that %s is left at the deadline', async (_, turn) => {
  const upstream = await startScriptedUpstream(turn)
  expect(await ask(upstream, { deadlineMs: 150 })).toMatchObject(refused('upstream_timeout'))
  await upstream.requests[0]?.closed
})

test('a caller who goes away takes the question along', async () => {
  const upstream = await startScriptedUpstream(hangs)
  const caller = new AbortController()
  const gateway = createGateway({ region: 'us-east-1', endpoint: upstream.url, credentials: 'placeholder' }, goAtOnce)
  const answer = gateway.listCasesForContact(question, askerOf(caller.signal))
  await expect.poll(() => upstream.requests.length).toBe(1)
  caller.abort()
  expect(await answer).toMatchObject({ problem: { reason: 'the caller went away first' } })
  await upstream.requests[0]?.closed
})

test.each([
  ['an error', refuses(500, 'InternalServerException')],
  ['an error in HTML', says('<html></html>', 503)],
  ['a broken connection', breaksOff],
])('after %s the question is asked once more', async (_, turn) => {
  const upstream = await startScriptedUpstream(turn, answers(oneCase))
  expect(await ask(upstream)).toEqual({ ok: true, value: oneCase })
})

test.each([
  ['500', refuses(500, 'InternalServerException'), 'upstream_failed'],
  ['502 in HTML', says('<html></html>', 502), 'upstream_failed'],
  ['503', says('<html></html>', 503), 'upstream_unavailable'],
  ['504', says('', 504), 'upstream_unavailable'],
  ['broken connections', breaksOff, 'upstream_failed'],
])('a service that keeps failing is asked twice: %s', async (_, turn, code) => {
  const upstream = await startScriptedUpstream(turn)
  expect(await ask(upstream)).toMatchObject(refused(code))
  expect(upstream.requests).toHaveLength(2)
})

test('a connection that breaks in the middle of an answer is a failure, not a wrong answer', async () => {
  const upstream = await startScriptedUpstream((response, request) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"cases":', () => request.socket.destroy())
  })
  expect(await ask(upstream)).toMatchObject(refused('upstream_failed'))
})

test('a service that is not there is not available', async () => {
  expect(await ask({ url: 'http://127.0.0.1:1' })).toMatchObject(refused('upstream_unavailable'))
})

test('a refusal as throttled is known by its name, whatever its status', async () => {
  const upstream = await startScriptedUpstream(refuses(400, 'ThrottlingException'))
  expect(await ask(upstream)).toMatchObject(refused('throttled'))
})

test.each([
  ['without Retry-After', {}, 1],
  ['with Retry-After', { 'retry-after': '7' }, 7],
  ['with a Retry-After that is a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 1],
  ['with a Retry-After of a day', { 'retry-after': '86400' }, 300],
])('a question that is throttled twice says when it may be asked again: %s', async (_, headers, retryAfterSeconds) => {
  const upstream = await startScriptedUpstream(answers({ message: 'slow down' }, 429, headers))
  expect(await ask(upstream)).toMatchObject({ problem: { code: 'throttled', retryAfterSeconds } })
  expect(upstream.requests).toHaveLength(2)
})

test.each([
  ['403 AccessDenied', refuses(403, 'AccessDeniedException'), 'upstream_denied'],
  ['403 expired credentials', refuses(403, 'ExpiredTokenException'), 'upstream_denied'],
  ['400 expired credentials', refuses(400, 'ExpiredTokenException'), 'upstream_denied'],
  ['403 without a type', answers({}, 403), 'upstream_denied'],
  ['403 in HTML', says('<html></html>', 403), 'upstream_denied'],
  ['404', refuses(404, 'ResourceNotFoundException'), 'not_found'],
  ['404 without a type', answers({}, 404), 'not_found'],
  ['400', refuses(400, 'ValidationException'), 'invalid_request'],
])('a refusal is asked once and told by its meaning: %s', async (_, turn, code) => {
  const upstream = await startScriptedUpstream(turn)
  expect(await ask(upstream)).toMatchObject(refused(code))
  expect(upstream.requests).toHaveLength(1)
})

test.each([
  ['ValidationException', refuses(400, 'ValidationException')],
  ['without a type', answers({}, 400)],
])('a refused token means that the list has expired: 400 %s', async (_, turn) => {
  expect(await ask(await startScriptedUpstream(turn), { nextToken: 'old' })).toMatchObject(refused('cursor_expired'))
})

test('a clock that is wrong is set by the SDK, and the question asked again', async () => {
  const anHourAhead = new Date(Date.now() + 3_600_000).toUTCString()
  const upstream = await startScriptedUpstream(
    refuses(403, 'RequestTimeTooSkewed', { date: anHourAhead }),
    answers(oneCase),
  )
  expect(await ask(upstream)).toEqual({ ok: true, value: oneCase })
})

test('the reason quotes nothing the service said', async () => {
  const upstream = await startScriptedUpstream(refuses(403, 'CanaryException', { 'x-amzn-requestid': 'canary' }))
  expect(await ask(upstream)).toMatchObject({ problem: { reason: 'HTTP 403' } })
})

const template = (n: number) => ({
  templateId: `t-${n}`,
  templateArn: `arn:t-${n}`,
  name: `Template ${n}`,
  status: 'Active',
})
const templatesOf = ({ url }: { readonly url: string }) =>
  createGateway({ region: 'us-east-1', endpoint: url, credentials: 'placeholder' }, goAtOnce).listTemplates(
    'domain',
    askerOf(AbortSignal.timeout(5_000)),
  )

test('all pages of templates are gathered', async () => {
  const upstream = await startScriptedUpstream(
    answers({ templates: [template(1)], nextToken: 'two' }),
    answers({ templates: [template(2)] }),
  )
  expect(await templatesOf(upstream)).toEqual({
    ok: true,
    value: [1, 2].map((n) => ({ templateId: `t-${n}`, name: `Template ${n}`, status: 'Active' })),
  })
  expect(upstream.requests.map(({ path }) => path)).toEqual([
    '/domains/domain/templates-list?maxResults=100',
    '/domains/domain/templates-list?maxResults=100&nextToken=two',
  ])
})

test('tokens that go in circles end the gathering', async () => {
  const upstream = await startScriptedUpstream(
    answers({ templates: [template(1)], nextToken: 'a' }),
    answers({ templates: [template(2)], nextToken: 'b' }),
    answers({ templates: [template(3)], nextToken: 'a' }),
  )
  expect(await templatesOf(upstream)).toMatchObject({ value: [{}, {}, {}] })
})

test('one bad page spoils the gathering: no half list of templates', async () => {
  const upstream = await startScriptedUpstream(
    answers({ templates: [template(1)], nextToken: 'a' }),
    answers({ templates: [{ ...template(2), status: 'Deleted' }] }),
  )
  expect(await templatesOf(upstream)).toMatchObject(refused('upstream_invalid'))
})
