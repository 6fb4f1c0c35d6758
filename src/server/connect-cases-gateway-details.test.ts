import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { askerOf, goAtOnce } from '../../test/support/asker.ts'
import { answers, refuses, says, startScriptedUpstream, type Turn } from '../../test/support/scripted-upstream.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { createGateway } from './connect-cases-gateway.ts'

/** What the gateway makes of these answers of the service, and what it asked. */
async function asking<Answer>(ask: (gateway: CasesGateway, signal: AbortSignal) => Answer, ...turns: Turn[]) {
  const { url, requests } = await startScriptedUpstream(...turns)
  const gateway = createGateway({ region: 'us-east-1', endpoint: url, credentials: 'placeholder' }, goAtOnce)
  return { answer: await ask(gateway, AbortSignal.timeout(5_000)), requests }
}

const search = (gateway: CasesGateway, signal: AbortSignal) =>
  gateway.searchCases({ domainId: 'domain', caseIds: ['a', 'b'], fieldIds: ['title', 'status'] }, askerOf(signal))
const getCase = (gateway: CasesGateway, signal: AbortSignal) =>
  gateway.getCase({ domainId: 'domain', caseId: 'a/b', fieldIds: ['title'] }, askerOf(signal))
const getTemplate = (gateway: CasesGateway, signal: AbortSignal) =>
  gateway.getTemplate({ domainId: 'domain', templateId: 't-1' }, askerOf(signal))
const listFields = (gateway: CasesGateway, signal: AbortSignal) => gateway.listFields('domain', askerOf(signal))
const listOptions = (gateway: CasesGateway, signal: AbortSignal) =>
  gateway.listFieldOptions({ domainId: 'domain', fieldId: 'status' }, askerOf(signal))

const title = { id: 'title', value: { stringValue: 'Lamp flickers' } }
const found = (...cases: unknown[]) => answers({ cases, totalCount: cases.length })
const refused = (code: string) => ({ ok: false, problem: { code } })

test('a page of cases is one search by their ids', async () => {
  const { answer, requests } = await asking(search, found({ caseId: 'a', templateId: 't', fields: [title] }))
  expect(answer).toEqual({ ok: true, value: [{ caseId: 'a', fields: new Map([['title', 'Lamp flickers']]) }] })
  const byId = (id: string) => ({ field: { equalTo: { id: 'case_id', value: { stringValue: id } } } })
  expect(requests).toMatchObject([
    {
      path: '/domains/domain/cases-search',
      body: {
        maxResults: 2,
        filter: { orAll: [byId('a'), byId('b')] },
        fields: [{ id: 'title' }, { id: 'status' }],
      },
    },
  ])
})

test('a case is asked for by its id, with the fields it shall answer with', async () => {
  const { answer, requests } = await asking(getCase, answers({ fields: [title], templateId: 't' }))
  expect(answer).toEqual({ ok: true, value: new Map([['title', 'Lamp flickers']]) })
  expect(requests).toMatchObject([{ path: '/domains/domain/cases/a%2Fb', body: { fields: [{ id: 'title' }] } }])
})

test.each([
  ['text', { stringValue: 'x' }, 'x'],
  ['an empty text', { stringValue: '' }, null],
  ['a number', { doubleValue: 0 }, 0],
  ['a boolean', { booleanValue: false }, false],
  ['a user', { userArnValue: 'arn:u' }, { userArn: 'arn:u' }],
  ['the empty value', { emptyValue: {} }, null],
  ['a kind of value that came after the model', { colourValue: 'red' }, null],
  ['null members beside its own', { stringValue: null, doubleValue: 2 }, 2],
  ['no value', null, null],
])('a field can hold %s', async (_, value, expected) => {
  const { answer } = await asking(getCase, answers({ fields: [{ id: 'f', value }], templateId: 't' }))
  expect(answer).toEqual({ ok: true, value: new Map([['f', expected]]) })
})

test('nulls between the cases and the fields of a sparse answer are nothing', async () => {
  const { answer } = await asking(search, found(null, { caseId: 'a', templateId: 't', fields: [null, title] }, null))
  expect(answer).toMatchObject({ value: [{ caseId: 'a' }] })
})

const field = (count: number) => Array.from({ length: count }, (_, n) => ({ ...title, id: `f-${n}` }))

test.each<[string, Turn]>([
  ['HTML', says('<html></html>')],
  ['null', says('null')],
  ['no cases', answers({ totalCount: 0 })],
  ['101 cases', found(...Array(101).fill({ caseId: 'a', fields: [] }))],
  ['a case without an id', found({ fields: [] })],
  ['an id that is a number', found({ caseId: 1, fields: [] })],
  ['a case without fields', found({ caseId: 'a', templateId: 't' })],
  ['26 fields', found({ caseId: 'a', fields: field(26) })],
  ['a field without an id', found({ caseId: 'a', fields: [{ value: title.value }] })],
  ['a text that is a number', found({ caseId: 'a', fields: [{ id: 'title', value: { stringValue: 1 } }] })],
])('a search that is answered with %s is not answered', async (_, turn) => {
  expect((await asking(search, turn)).answer).toMatchObject(refused('upstream_invalid'))
})

test('a filter that is not taken is a refusal of what was asked', async () => {
  const { answer, requests } = await asking(search, refuses(400, 'ValidationException'))
  expect(answer).toMatchObject(refused('invalid_request'))
  expect(requests).toHaveLength(1)
})

test('a signal that many questions share is left as it was', async () => {
  let shared: AbortSignal | undefined
  const ask = (gateway: CasesGateway, signal: AbortSignal) => {
    shared = signal
    return Promise.all([getCase(gateway, signal), getCase(gateway, signal)])
  }
  await asking(ask, answers({ fields: [], templateId: 't' }))
  await expect.poll(() => shared && getEventListeners(shared, 'abort')).toEqual([])
})

const template = { templateId: 't-1', templateArn: 'arn:t-1', name: 'Gift card', status: 'Inactive' }

test.each([
  [{}, 'Inactive'],
  [{ deleted: false, status: 'Active' }, 'Active'],
  [{ deleted: null }, 'Inactive'],
  [{ deleted: true }, 'Deleted'],
])('a template with %j is %s', async (members, status) => {
  const { answer, requests } = await asking(getTemplate, answers({ ...template, ...members }))
  expect(answer).toEqual({ ok: true, value: { templateId: 't-1', name: 'Gift card', status } })
  expect(requests).toMatchObject([{ path: '/domains/domain/templates/t-1' }])
})

test.each<[string, Turn, string]>([
  ['is not there', refuses(404, 'ResourceNotFoundException'), 'not_found'],
  ['has no name', answers({ ...template, name: null }), 'upstream_invalid'],
  ['has another status', answers({ ...template, status: 'Sleeping' }), 'upstream_invalid'],
])('a template that %s', async (_, turn, code) => {
  expect((await asking(getTemplate, turn)).answer).toMatchObject(refused(code))
})

const summary = (fieldId: string, type: string) => ({
  fieldId,
  fieldArn: 'arn',
  name: fieldId,
  type,
  namespace: 'Custom',
})

test('all pages of fields are gathered, also those of a type that came after the model', async () => {
  const { answer, requests } = await asking(
    listFields,
    answers({ fields: [summary('a', 'Text')], nextToken: 'two' }),
    answers({ fields: [summary('b', 'Colour')] }),
  )
  expect(answer).toEqual({
    ok: true,
    value: [
      { fieldId: 'a', name: 'a', type: 'Text' },
      { fieldId: 'b', name: 'b', type: null },
    ],
  })
  expect(requests.map(({ path }) => path)).toEqual([
    '/domains/domain/fields-list?maxResults=100',
    '/domains/domain/fields-list?maxResults=100&nextToken=two',
  ])
})

test('all pages of options are gathered, also those that are not active any more', async () => {
  const { answer, requests } = await asking(
    listOptions,
    answers({ options: [{ name: 'Open', value: 'open', active: true }], nextToken: 'two' }),
    answers({ options: [{ name: 'Lost', value: 'lost', active: false }] }),
  )
  expect(answer).toEqual({
    ok: true,
    value: [
      { name: 'Open', value: 'open' },
      { name: 'Lost', value: 'lost' },
    ],
  })
  expect(requests[0]?.path).toBe('/domains/domain/fields/status/options-list?maxResults=100')
})

test.each<[string, Turn]>([
  ['101 options', answers({ options: Array(101).fill({ name: 'n', value: 'v' }) })],
  ['an option without a name', answers({ options: [{ value: 'v' }] })],
  ['no list', answers({})],
])('options that come as %s are no options', async (_, turn) => {
  expect((await asking(listOptions, turn)).answer).toMatchObject(refused('upstream_invalid'))
})
