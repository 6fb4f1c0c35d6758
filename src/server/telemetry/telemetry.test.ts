import { metrics, trace } from '@opentelemetry/api'
import { expect, onTestFinished, test } from 'vitest'
import { startBff } from '../../../test/support/bff.ts'
import { answers, refuses, startScriptedUpstream } from '../../../test/support/scripted-upstream.ts'
import { contactArn, createTestApp, listPath, post } from '../../../test/support/server-app.ts'
import { keepTelemetry } from '../../../test/support/telemetry.ts'
import { instruments } from './instruments.ts'
import { createStoreTelemetry } from './observe-store.ts'
import { createTelemetry } from './telemetry.ts'

const kept = keepTelemetry()

const route = '/api/domains/:domainId/list-cases-for-contact'

const ofThisProcess = () =>
  createTelemetry({ tracer: trace.getTracer('test'), meter: metrics.getMeter('test'), now: () => 0 })

test('a request and its questions to the service are one trace, and two time series', async () => {
  const upstream = await startScriptedUpstream(
    answers({ cases: [], nextToken: null }),
    refuses(403, 'AccessDeniedException'),
  )
  const { url, close, logged } = await startBff({ endpoint: upstream.url, exportsTelemetry: true })
  onTestFinished(close)
  for (const end of ['answered', 'denied']) {
    await (await fetch(url + listPath, post({ contactArn: `${contactArn}-${end}` }))).text()
  }
  await expect.poll(() => kept.spans().length).toBe(4)

  const [question, request, denied, failed] = kept.spans()
  expect(request).toMatchObject({
    name: `POST ${route}`,
    attributes: { 'http.route': route, 'http.request.method': 'POST', 'http.response.status_code': 200 },
    status: { code: 0 },
  })
  expect(request?.parentSpanId).toBeUndefined()
  expect(question).toMatchObject({
    name: 'ConnectCases.ListCasesForContact',
    attributes: { 'rpc.system': 'aws-api', 'rpc.service': 'ConnectCases', outcome: 'ok' },
    traceId: request?.traceId,
    parentSpanId: request?.spanId,
  })
  expect(denied).toMatchObject({ attributes: { outcome: 'upstream_denied' }, status: { code: 2 } })
  expect(failed).toMatchObject({ attributes: { 'error.type': 'upstream_denied' }, status: { code: 2 } })
  const requestIds = logged.flatMap((entry) => (entry.event === 'answered' ? [entry.requestId] : []))
  expect([request, failed].map((span) => span?.attributes['contact_cases.request_id'])).toEqual(requestIds)

  const named = { 'http.request.method': 'POST', 'http.route': route }
  const asked = { 'rpc.system': 'aws-api', 'rpc.service': 'ConnectCases', 'rpc.method': 'ListCasesForContact' }
  const [requests, questions] = ['http.server.request.duration', 'contact_cases.upstream.duration']
  const durations = (await kept.series()).filter(({ name }) => name === requests || name === questions)
  expect(durations).toEqual([
    { name: requests, attributes: { ...named, 'http.response.status_code': 200 }, count: 1 },
    {
      name: requests,
      attributes: { ...named, 'http.response.status_code': 502, 'error.type': 'upstream_denied' },
      count: 1,
    },
    { name: questions, attributes: { ...asked, outcome: 'ok' }, count: 1 },
    { name: questions, attributes: { ...asked, outcome: 'upstream_denied' }, count: 1 },
  ])
})

const seriesOf = async (wanted: string) =>
  (await kept.series()).filter(({ name }) => name === wanted).map(({ attributes, count }) => ({ ...attributes, count }))

test('turns, waits and shared answers are counted by few fixed words', async () => {
  const turn = { 'rpc.method': 'ListCasesForContact', outcome: 'go', urgency: 'more' }
  expect(await seriesOf(instruments.turnWait)).toEqual([{ ...turn, count: 2 }])
  expect(await seriesOf(instruments.turnsPending)).toContainEqual({ 'rpc.method': 'ListCasesForContact', count: 0 })
  expect(await seriesOf(instruments.answers)).toEqual([{ question: 'ListCasesForContact', source: 'asked', count: 2 }])
})

test('of a store it is told whether it is here, and where answers came from; no metric has a name of its own', async () => {
  const store = createStoreTelemetry(metrics.getMeter('test'))
  store.isHere(true)
  store.answered('kept')
  store.isHere(false)
  store.answered('alone')
  expect(await seriesOf(instruments.storeHere)).toEqual([{ count: 0 }])
  const answered = [{ source: 'kept' }, { source: 'alone' }]
  expect(await seriesOf(instruments.storeAnswers)).toEqual(answered.map((each) => ({ ...each, count: 1 })))
  const names = (await kept.series()).map(({ name }) => name)
  expect(new Set(names)).toEqual(new Set(Object.values(instruments)))
})

test('a method of the client’s own making is not told', async () => {
  const before = kept.spans().length
  const telemetry = ofThisProcess()
  await createTestApp({}, { telemetry }).app.request('/nothing', { method: 'INVENTED' })
  expect(kept.spans().slice(before)).toMatchObject([
    { name: '_OTHER /*', attributes: { 'error.type': 'route_not_found' } },
  ])
})

test('a mistake of ours ends its span, without its message', async () => {
  const telemetry = ofThisProcess()
  const work = () => Promise.reject(new TypeError('a title that must stay unseen'))
  await expect(telemetry.upstream('Broken', {}, work, () => ({ attributes: {}, isFailure: false }))).rejects.toThrow()
  const span = kept.spans().at(-1)
  expect(span).toMatchObject({
    name: 'Broken',
    attributes: { 'error.type': 'crashed' },
    events: [],
    status: { code: 2 },
  })
  expect(JSON.stringify(span)).not.toContain('unseen')
})
