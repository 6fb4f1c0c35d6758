import { expect, onTestFinished, test } from 'vitest'
import { listCasesForContactResponse } from '../../src/contract/list-cases-for-contact.ts'
import { quotasSetting } from '../../src/server/quota/quotas-setting.ts'
import { createReadiness } from '../../src/server/readiness.ts'
import { createServerApp } from '../../src/server/server-app.ts'
import { startBff } from '../support/bff.ts'
import {
  answers,
  dripsSlowly,
  hangs,
  isLarge,
  refuses,
  says,
  startScriptedUpstream,
  type Turn,
} from '../support/scripted-upstream.ts'
import { contactArn, listPath, post } from '../support/server-app.ts'

// What Amazon Connect Cases may do, through the real SDK and sockets on both sides, and what the browser gets of it.

const cases = (count: number) => Array.from({ length: count }, (_, n) => ({ caseId: `case-${n}`, templateId: 't' }))
const onePage = { cases: cases(1), nextToken: null }

async function start(...turns: readonly Turn[]) {
  const upstream = await startScriptedUpstream(...turns)
  const server = await startBff({ endpoint: upstream.url, deadlineMs: 1_200 })
  onTestFinished(() => server.close())
  const ask = (nextToken?: string) => fetch(server.url + listPath, post({ contactArn, nextToken }))
  return { upstream, ask, logged: server.logged }
}

async function problemOf(answer: Response) {
  const { status, code, retryable } = JSON.parse(await answer.text())
  expect(status).toBe(answer.status)
  return { status, code, retryable }
}

async function tokenOf(answer: Response) {
  return listCasesForContactResponse.parse(await answer.json()).nextToken ?? ''
}

test.each([
  ['hangs', hangs],
  ['drips a byte a second', dripsSlowly],
])('a service that %s: 504 at the deadline, and the socket is released', async (_, turn) => {
  const { upstream, ask } = await start(turn)
  expect(await problemOf(await ask())).toEqual({ status: 504, code: 'upstream_timeout', retryable: true })
  await upstream.requests[0]?.closed
  expect(upstream.requests).toHaveLength(1)
})

test('a body of 105 MB: 502, and it is read no further than a cap', async () => {
  let sent = 0
  const { upstream, ask } = await start((response, request) => {
    isLarge(105_000_000)(response, request)
    response.once('close', () => {
      sent = request.socket.bytesWritten
    })
  })
  expect(await problemOf(await ask())).toEqual({ status: 502, code: 'upstream_invalid', retryable: true })
  await upstream.requests[0]?.closed
  expect(sent).toBeLessThan(30_000_000) // 4 MB, and what the sockets hold
})

test.each([
  ['JSON 10,000 deep', says(`{"cases":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['members 10,000 deep', says(`{"cases":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`)],
  ['HTML', says('<html></html>')],
  ['bad JSON', says('{"cases":[')],
  ['wrong types', answers({ cases: 'abc' })],
  ['11 cases', answers({ cases: cases(11) })],
  ['no cases', answers({ nextToken: null })],
  ['an id that is too long', answers({ cases: [...cases(9), { caseId: 'x'.repeat(501), templateId: 't' }] })],
])('an answer that is none, %s: 502, and no part of it is shown', async (_, turn) => {
  const answer = await (await start(turn)).ask()
  const text = await answer.clone().text()
  expect(await problemOf(answer)).toEqual({ status: 502, code: 'upstream_invalid', retryable: true })
  expect(text).not.toContain('case-0')
})

test.each([
  ['503 with HTML', says('<html></html>', 503), { status: 503, code: 'upstream_unavailable', retryable: true }],
  ['500', refuses(500, 'InternalServerException'), { status: 502, code: 'upstream_failed', retryable: true }],
  [
    'a connection that breaks in the middle of the body',
    (response, request) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"cases":', () => request.socket.destroy())
    },
    { status: 502, code: 'upstream_failed', retryable: true },
  ],
] satisfies [string, Turn, object][])('%s: asked once more, then told', async (_, turn, problem) => {
  const { upstream, ask } = await start(turn)
  expect(await problemOf(await ask())).toEqual(problem)
  expect(upstream.requests).toHaveLength(2)
})

test.each([
  ['without Retry-After', {}, '1'],
  ['with Retry-After', { 'retry-after': '7' }, '7'],
])('429 %s: 429 that says when to ask again', async (_, headers, retryAfter) => {
  const answer = await (await start(refuses(429, 'ThrottlingException', headers))).ask()
  expect(answer.headers.get('retry-after')).toBe(retryAfter)
  expect(await problemOf(answer)).toEqual({ status: 429, code: 'throttled', retryable: true })
})

test.each([
  ['403', 403, 'AccessDeniedException'],
  ['expired credentials', 403, 'ExpiredTokenException'],
  ['expired credentials as 400', 400, 'ExpiredTokenException'],
  ['credentials that are not known, as 401', 401, 'UnrecognizedClientException'],
])('%s: 502, never a 401, and a line in the log', async (_, status, name) => {
  const { ask, logged } = await start(refuses(status, name))
  expect(await problemOf(await ask())).toEqual({ status: 502, code: 'upstream_denied', retryable: false })
  const reason = `HTTP ${status} ${name}`
  await expect.poll(() => logged).toContainEqual(expect.objectContaining({ code: 'upstream_denied', reason }))
})

test('expired credentials turn readiness red, and fresh ones green again', async () => {
  const denied = refuses(403, 'ExpiredTokenException')
  const upstream = await startScriptedUpstream(denied, denied, answers(onePage))
  let ms = 0
  const app = createServerApp({
    gateway: { region: 'us-east-1', endpoint: upstream.url, credentials: 'placeholder' },
    auth: null,
    deadlineMs: 5_000,
    quotas: quotasSetting.parse('off'),
    rowFields: [],
    sealKeys: null,
    instances: null,
    allowedOrigins: [],
    log: () => undefined,
    exportsTelemetry: false,
    readiness: createReadiness({ now: () => ms }),
  })
  const ready = async () => {
    const answer = await app.request('/readyz')
    return [answer.status, await answer.json()]
  }
  await app.request(listPath, post({ contactArn }))
  expect(await ready()).toEqual([200, { status: 'ok' }])
  ms = 15_000
  await app.request(listPath, post({ contactArn }))
  expect(await ready()).toEqual([503, { status: 'upstream_denied', sinceSeconds: 15 }])
  await app.request(listPath, post({ contactArn }))
  expect(await ready()).toEqual([200, { status: 'ok' }])
})

test('a clock that is an hour slow: the SDK sets it, and the agent sees nothing of it', async () => {
  const anHourAhead = new Date(Date.now() + 3_600_000).toUTCString()
  const signedAt: unknown[] = []
  const notes =
    (turn: Turn): Turn =>
    (response, request) => {
      signedAt.push(request.headers['x-amz-date'])
      turn(response, request)
    }
  const skewed = refuses(403, 'RequestTimeTooSkewed', { date: anHourAhead })
  const { ask } = await start(notes(skewed), notes(answers(onePage)))
  expect((await ask()).status).toBe(200)
  const [first, second] = signedAt.map(atOf)
  expect(Number(second) - Number(first)).toBeGreaterThan(3_500_000)
})

test('400 for a token: 409, the list begins again', async () => {
  const { ask } = await start(answers({ ...onePage, nextToken: 'two' }), refuses(400, 'ValidationException'))
  const nextToken = await tokenOf(await ask())
  expect(await problemOf(await ask(nextToken))).toEqual({ status: 409, code: 'cursor_expired', retryable: false })
})

test('the same token again: the list ends, with a line in the log', async () => {
  const { ask, logged } = await start(answers({ ...onePage, nextToken: 'two' }))
  const nextToken = await tokenOf(await ask())
  expect(await (await ask(nextToken)).json()).toMatchObject({ cases: onePage.cases, nextToken: null })
  expect(logged.map(({ event }) => event)).toContain('repeated_token')
})

/** The moment of a signature's `20261124T193000Z`. */
function atOf(date: unknown): number {
  return Date.parse(String(date).replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
}
