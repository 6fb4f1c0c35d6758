import { Writable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { caseDetailsResponse } from '../../src/contract/case-details.ts'
import { listCasesForContactResponse } from '../../src/contract/list-cases-for-contact.ts'
import { createLog } from '../../src/server/log.ts'
import { startBff } from '../support/bff.ts'
import { answers, says, startScriptedUpstream, type Turn } from '../support/scripted-upstream.ts'
import { post } from '../support/server-app.ts'
import { keepTelemetry } from '../support/telemetry.ts'

// A marked value goes in by every way there is, and must come out in no log line, trace or metric.

const canary = 'canary'
const kept = keepTelemetry()

/** A server whose log is the real one, its lines kept as they would be written. */
async function start(...turns: readonly Turn[]) {
  const lines: string[] = []
  const log = createLog(
    new Writable({
      write(line, _, done) {
        lines.push(String(line))
        done()
      },
    }),
  )
  const upstream = await startScriptedUpstream(...turns)
  const server = await startBff({ endpoint: upstream.url, exportsTelemetry: true, rowFields: ['reason'] }, {}, log)
  onTestFinished(() => server.close())
  const ask = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init)
  return { ask, lines, upstream }
}

/** All that the server tells of itself: that much is there, and the canary nowhere. */
async function expectNoCanary(lines: readonly string[], answered: number) {
  await expect.poll(() => lines.filter((line) => line.includes('"answered"')).length).toBe(answered)
  const told = JSON.stringify([lines, kept.spans(), await kept.series()])
  expect(told).toContain('http.server.request.duration')
  expect(told.toLowerCase()).not.toContain(canary)
}

const contactArn = `arn:aws:connect:us-east-1:111122223333:instance/${canary}/contact/${canary}`
const listPath = `/api/domains/${canary}/list-cases-for-contact`
const headers = {
  authorization: `Bearer ${canary}`,
  cookie: `session=${canary}`,
  origin: `https://${canary}.example`,
  referer: `https://${canary}.example/${canary}`,
  'user-agent': canary,
  priority: canary,
  baggage: `${canary}=${canary}`,
  traceparent: '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01',
  tracestate: `${canary}=${canary}`,
  'x-request-id': canary,
  'x-amzn-trace-id': `Root=${canary}`,
  'x-forwarded-for': canary,
  'x-forwarded-proto': canary,
  [`x-${canary}`]: canary,
}

const goodArn = 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c'
const asks: [string, string, RequestInit?][] = [
  ['the path', `/${canary}/${canary}`],
  ['the path of a file', `/assets/${canary}.js`],
  ['the query', `/api/domains/d/templates?${canary}=${canary}`],
  ['the domain and the template of a path', `/api/domains/${canary}/templates/${canary}`],
  ['a domain that is none', `/api/domains/${canary}%ZZ/templates`],
  ['every header', '/api/domains/d/templates', { headers }],
  ['headers of another origin', listPath, { ...post({ contactArn }), headers }],
  ['a content type', listPath, post({ contactArn }, canary)],
  ['a body', listPath, post({ contactArn, [canary]: canary })],
  ['a body that is not JSON', listPath, post(canary)],
  ['a member of the wrong type', listPath, post({ contactArn: { [canary]: canary } })],
  ['a contact that is none', listPath, post({ contactArn: canary })],
  ['a list token', listPath, post({ contactArn, nextToken: canary })],
  ['a details token', `/api/domains/${canary}/case-details`, post({ detailsToken: canary })],
  ['case ids', '/api/domains/d/case-details', post({ detailsToken: canary, caseIds: [canary] })],
  ['a method that the route does not take', listPath, { method: 'DELETE', headers: { authorization: canary } }],
]

test.each(asks)('nothing the server tells of itself holds what was sent as %s', async (_, path, init) => {
  const { ask, lines } = await start(answers({ cases: [], nextToken: null, templates: [] }))
  await (await ask(path, init)).text()
  await expectNoCanary(lines, 1)
})

test.each<[string, Turn]>([
  ['the name of an error', answers({ message: canary }, 400, { 'x-amzn-errortype': `${canary}Exception` })],
  ['the message of an error', answers({ message: canary, resourceId: canary }, 404)],
  ['the request id of an error', answers({}, 500, { 'x-amzn-requestid': canary, 'x-amz-id-2': canary })],
  ['a denial', answers({ message: canary, Message: canary, __type: canary }, 403, { [`x-${canary}`]: canary })],
  ['a throttling', answers({ message: canary }, 429, { 'retry-after': canary })],
  ['an answer that is not JSON', says(`<html>${canary}</html>`)],
  ['JSON that breaks off', says(`{"${canary}":"${canary}`)],
  ['an error that is not JSON', says(canary, 502)],
  ['members of the wrong type', answers({ cases: [{ caseId: [canary], templateId: { [canary]: canary } }] })],
  ['members that nobody knows', answers({ [canary]: canary, cases: { [canary]: canary }, nextToken: [canary] })],
  ['a token that is too long', answers({ cases: [], nextToken: canary.repeat(2_000) })],
])('nothing the server tells of itself holds what the service said in %s', async (_, turn) => {
  const { ask, lines } = await start(turn)
  await (await ask('/api/domains/d/list-cases-for-contact', post({ contactArn: goodArn }))).text()
  await (await ask('/api/domains/d/templates')).text()
  await (await ask('/api/domains/d/templates/t')).text()
  await expectNoCanary(lines, 3)
})

/** The service as it is, every text in its answers marked. */
const markedService: Turn = (response, request) => {
  const path = request.url ?? ''
  const text = { stringValue: canary }
  const option = { name: canary, value: canary, active: true }
  const found = { caseId: canary, fields: ['title', 'status', 'reason'].map((id) => ({ id, value: text })) }
  const answer = () => {
    if (path.includes('list-cases-for-contact'))
      return { cases: [{ caseId: canary, templateId: canary }], nextToken: canary }
    if (path.includes('cases-search')) return { cases: [found] }
    if (path.includes('options')) return { options: [option] }
    if (path.includes('fields-list')) return { fields: [{ fieldId: 'reason', name: canary, type: 'SingleSelect' }] }
    return { templates: [{ templateId: canary, name: canary, status: 'Active' }], nextToken: null }
  }
  answers(answer(), 200, { 'x-amzn-requestid': canary })(response, request)
}

test('nothing the server tells of itself holds a title, a name, an option or a token that it answered with', async () => {
  const { ask, lines } = await start(markedService)
  const list = '/api/domains/d/list-cases-for-contact'
  const page = listCasesForContactResponse.parse(await (await ask(list, post({ contactArn: goodArn }))).json())
  const again = post({ contactArn: goodArn, nextToken: page.nextToken })
  expect((await ask(list, again)).status).toBe(200) // the same token once more: a line in the log
  const details = await ask('/api/domains/d/case-details', post({ detailsToken: page.detailsToken }))
  expect(caseDetailsResponse.parse(await details.json()).results).toMatchObject([
    { title: canary, status: { label: canary }, fields: [{ value: { label: canary } }] },
  ])
  expect(await (await ask('/api/domains/d/templates')).text()).toContain(canary)
  await expectNoCanary(lines, 4)
  expect(lines.join('')).toContain('repeated_token')
})
