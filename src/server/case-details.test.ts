import { once } from 'node:events'
import { expect, test } from 'vitest'
import { contactArn, createTestApp, detailsPath, listPath, post } from '../../test/support/server-app.ts'
import { caseDetailsResponse } from '../contract/case-details.ts'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import type { AppDeps } from './app.ts'
import type { CasesGateway } from './cases-gateway.ts'
import type { FieldValue } from './field-value.ts'
import { fail, succeed } from './result.ts'
import type { UpstreamCode } from './upstream-problem.ts'

/** An app whose contact has the cases a, b and c, and the details token of their page. */
async function listed(gateway: Partial<CasesGateway> = {}, deps: Partial<AppDeps> = {}) {
  const cases = ['a', 'b', 'c'].map((caseId) => ({ caseId, templateId: 't' }))
  const listCasesForContact = async () => succeed({ cases, nextToken: 'more' })
  const { app, logged } = createTestApp({ listCasesForContact, ...gateway }, deps)
  const page = listCasesForContactResponse.parse(await (await app.request(listPath, post({ contactArn }))).json())
  logged.length = 0
  const ask = (body: object = {}, path = detailsPath, signal: AbortSignal | null = null) =>
    app.request(path, { ...post({ detailsToken: page.detailsToken, ...body }), signal })
  return { ask, logged, page }
}

/** A search that finds these cases. */
function finding(cases: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>): Partial<CasesGateway> {
  const found = Object.entries(cases).map(([caseId, fields]) => ({ caseId, fields: new Map(Object.entries(fields)) }))
  return { searchCases: async () => succeed(found) }
}

const lamp = {
  title: 'Lamp flickers',
  status: 'open',
  reference_number: '00012345',
  created_datetime: '2025-06-10T05:18:00Z',
  last_updated_datetime: '2025-06-11T17:02:24+02:00',
}

test('a case says its title, status, reference and times, and null where it has none', async () => {
  const { ask } = await listed({
    ...finding({ a: lamp, b: {}, c: { title: null } }),
    listFieldOptions: async () => succeed([{ name: 'Open', value: 'open' }]),
  })
  const answer = await ask()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const { results } = caseDetailsResponse.parse(await answer.json())
  expect(results).toEqual([
    {
      outcome: 'found',
      caseId: 'a',
      title: 'Lamp flickers',
      status: { value: 'open', label: 'Open' },
      referenceNumber: '00012345',
      createdAt: '2025-06-10T05:18:00.000Z',
      updatedAt: '2025-06-11T15:02:24.000Z',
      fields: [],
    },
    ...['b', 'c'].map((caseId) => ({
      ...{ outcome: 'found', caseId, title: null, status: null, referenceNumber: null },
      ...{ createdAt: null, updatedAt: null, fields: [] },
    })),
  ])
})

test('the fields of the setting that the domain has are asked for, and each is answered in its order', async () => {
  const asked: unknown[] = []
  const { ask, logged } = await listed(
    {
      async searchCases(question) {
        asked.push(question)
        return succeed([{ caseId: 'a', fields: new Map([['order', '17'], ...Object.entries(lamp)]) }])
      },
      listFields: async () =>
        succeed([
          { fieldId: 'order', name: 'Order number', type: 'Text' },
          { fieldId: 'title', name: 'Title', type: 'Text' },
        ]),
    },
    { rowFields: ['order', 'title', 'gone'] },
  )
  expect(await (await ask({ caseIds: ['a'] })).json()).toMatchObject({
    results: [
      {
        fields: [
          { fieldId: 'order', name: 'Order number', type: 'Text', value: '17' },
          { fieldId: 'title', name: 'Title', type: 'Text', value: 'Lamp flickers' },
        ],
      },
    ],
  })
  const everyRow = ['title', 'status', 'reference_number', 'created_datetime', 'last_updated_datetime']
  expect(asked).toEqual([{ domainId: 'domain', caseIds: ['a'], fieldIds: [...everyRow, 'order'] }])
  await ask()
  expect(logged.filter(({ event }) => event === 'unknown_row_fields')).toEqual([
    { event: 'unknown_row_fields', fieldIds: ['gone'] },
  ])
})

test('some cases of the page can be asked for, and come in the order of the page', async () => {
  const { ask } = await listed(finding({ a: lamp, b: lamp, c: lamp }))
  const { results } = caseDetailsResponse.parse(await (await ask({ caseIds: ['c', 'a'] })).json())
  expect(results.map(({ caseId }) => caseId)).toEqual(['a', 'c'])
})

test.each<[UpstreamCode, object]>([
  ['not_found', { code: 'case_not_found', retryable: false }],
  ['throttled', { code: 'throttled', retryable: true }],
  ['upstream_denied', { code: 'upstream_denied', retryable: false }],
  ['upstream_invalid', { code: 'upstream_invalid', retryable: true }],
  ['upstream_timeout', { code: 'upstream_timeout', retryable: true }],
])('a case that cannot be read (%s) says so itself, and spoils no other', async (code, outcome) => {
  const { ask, logged } = await listed({
    ...finding({ b: lamp }),
    getCase: async () => fail({ code, reason: 'for the log alone', passing: false }),
  })
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    results: [
      { caseId: 'a', outcome: 'failed', ...outcome },
      { caseId: 'b', outcome: 'found' },
      { caseId: 'c', outcome: 'failed', ...outcome },
    ],
  })
  expect(logged[0]).toEqual({
    event: 'cases_failed',
    requestId: 'request-1',
    reasons: [`${code}: for the log alone`],
  })
})

test.each<[UpstreamCode, number]>([
  ['not_found', 404],
  ['throttled', 429],
  ['upstream_denied', 502],
  ['upstream_invalid', 502],
  ['upstream_failed', 502],
  ['upstream_unavailable', 503],
  ['upstream_timeout', 504],
])('a search that fails as a whole (%s) is answered with %i', async (code, status) => {
  const { ask, logged } = await listed({
    searchCases: async () => fail({ code, reason: 'for the log alone', passing: false, retryAfterSeconds: 7 }),
    getCase: () => Promise.reject(new Error('must not be asked')),
  })
  const answer = await ask()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '7'])
  expect(await answer.json()).toMatchObject({ code, status })
  expect(logged).toMatchObject([{ event: 'answered', status, code, reason: 'for the log alone' }])
})

test('labels that hang make details late by their patience, and no more', async () => {
  const limits = { deadlineMs: 5_000, bodyBytes: 120_000, labelsMs: 20 }
  const { ask } = await listed(
    { ...finding({ a: lamp, b: lamp, c: lamp }), listFieldOptions: () => new Promise(() => undefined) },
    { limits },
  )
  expect(await (await ask()).json()).toMatchObject({ results: Array(3).fill({ status: { label: null } }) })
})

/** A search that answers only when its signal aborts. */
function waiting() {
  const signals: AbortSignal[] = []
  const searchCases: CasesGateway['searchCases'] = async (_, { signal }) => {
    signals.push(signal)
    await once(signal, 'abort')
    return fail({ code: 'upstream_timeout', reason: 'aborted', passing: false })
  }
  return { signals, searchCases }
}

test('the question to the service ends at the deadline', async () => {
  const { signals, searchCases } = waiting()
  const { ask } = await listed({ searchCases }, { limits: { deadlineMs: 20, bodyBytes: 120_000, labelsMs: 20 } })
  expect((await ask()).status).toBe(504)
  expect(signals).toMatchObject([{ reason: { name: 'TimeoutError' } }])
})

test('the question to the service ends when the caller goes away, and that for labels does not', async () => {
  const { signals, searchCases } = waiting()
  const ofLabels: AbortSignal[] = []
  const listFieldOptions: CasesGateway['listFieldOptions'] = async (_, { signal }) => {
    ofLabels.push(signal)
    return succeed([])
  }
  const caller = new AbortController()
  const { ask } = await listed({ searchCases, listFieldOptions })
  const answer = ask({}, detailsPath, caller.signal)
  await expect.poll(() => signals.length + ofLabels.length).toBe(2)
  caller.abort('gone')
  await answer
  expect([...signals, ...ofLabels].map(({ aborted }) => aborted)).toEqual([true, false])
})

test('a domain without the search by id is one line of the log', async () => {
  const { ask, logged } = await listed({
    searchCases: async () => fail({ code: 'invalid_request', reason: 'HTTP 400', passing: false }),
    getCase: async () => succeed(new Map(Object.entries(lamp))),
  })
  for (const answer of [await ask(), await ask()]) {
    expect(await answer.json()).toMatchObject({ results: Array(3).fill({ title: 'Lamp flickers' }) })
  }
  expect(logged.map(({ event }) => event)).toEqual(['search_refused', 'answered', 'answered'])
})

test('nothing of a case comes into the log', async () => {
  const { ask, logged } = await listed(finding({ a: { ...lamp, title: 'canary' } }))
  await ask()
  expect(JSON.stringify(logged)).not.toContain('canary')
  expect(JSON.stringify(logged)).toContain('/case-details')
})
