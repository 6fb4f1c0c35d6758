import { expect, onTestFinished, test } from 'vitest'
import { caseDetailsResponse } from '../../src/contract/case-details.ts'
import { listCasesForContactResponse } from '../../src/contract/list-cases-for-contact.ts'
import type { FaultInput } from '../../src/emulator/switches/fault.ts'
import type { Settings } from '../../src/server/env.ts'
import { startBff } from '../support/bff.ts'
import { createCasesClient } from '../support/cases-client.ts'
import { contactWithCases, defaultSeed, startEmulator } from '../support/emulator.ts'
import { post } from '../support/server-app.ts'

const seed = defaultSeed()
const { domainId, contactArn, caseIds } = contactWithCases(seed, 11)
const carrier = '7a6e1a0d-50dc-4f0f-9a3f-5e0b84b7b0c4'
const deletedTemplate = 'aed09b82-4ca8-4fc2-bfb6-37dd5bae2d26'

/** The server before an emulator of its own, and the first page of a contact with 11 cases. */
async function start(settings: Partial<Settings> = {}) {
  const emulator = await startEmulator(seed)
  const bff = await startBff({ endpoint: emulator.url, ...settings })
  onTestFinished(async () => {
    await bff.close()
    await emulator.close()
  })
  const domain = `${bff.url}/api/domains/${domainId}`
  const list = async (page: object = {}) => {
    const answer = await fetch(`${domain}/list-cases-for-contact`, post({ contactArn, ...page }))
    return listCasesForContactResponse.parse(await answer.json())
  }
  const page = await list()
  const ask = (body: object = {}) => fetch(`${domain}/case-details`, post({ detailsToken: page.detailsToken, ...body }))
  const details = async (body?: object) => caseDetailsResponse.parse(await (await ask(body)).json()).results
  const calls = (operation: string) => emulator.calls.filter((call) => call.operation === operation).length
  return { emulator, client: createCasesClient(emulator.url), domain, page, list, ask, details, calls }
}

const seeded = (caseId: string | undefined) => seed.domains[0]?.cases.find((one) => one.caseId === caseId)?.fields

test('a page of ten is read with one search, and what a case says is what the service holds', async () => {
  const { details, calls } = await start()
  const results = await details()
  expect(results.map(({ caseId }) => caseId)).toEqual(caseIds.slice(0, 10))
  expect([calls('SearchCases'), calls('GetCase')]).toEqual([1, 0])
  const fields = seeded(caseIds[0])
  expect(results[0]).toMatchObject({
    outcome: 'found',
    title: fields?.['title'],
    referenceNumber: fields?.['reference_number'],
    status: { value: fields?.['status'], label: expect.stringMatching(/^(Open|Pending|Closed)$/) },
    createdAt: new Date(String(fields?.['created_datetime'])).toISOString(),
  })
})

test('a case that is deleted between list and details says so, and its neighbours are there', async () => {
  const { client, details } = await start()
  await client.deleteCase({ domainId, caseId: caseIds[2] })
  const results = await details()
  expect(results[2]).toEqual({ outcome: 'failed', caseId: caseIds[2], code: 'case_not_found', retryable: false })
  expect(results.filter(({ outcome }) => outcome === 'found')).toHaveLength(9)
})

test('where no filter on case_id is taken, each case is asked for by itself, also of the next page', async () => {
  const { emulator, list, details, calls, page } = await start()
  emulator.faults.add({ kind: 'invalid', operation: 'SearchCases' })
  expect((await details()).map(({ outcome }) => outcome)).toEqual(Array(10).fill('found'))
  const { detailsToken } = await list({ nextToken: page.nextToken })
  expect(await details({ detailsToken })).toMatchObject([{ outcome: 'found', caseId: caseIds[10] }])
  expect([calls('SearchCases'), calls('GetCase')]).toEqual([1, 11])
})

test('a case that fails can be asked for again, alone', async () => {
  const { emulator, client, details } = await start()
  await client.deleteCase({ domainId, caseId: caseIds[0] })
  emulator.faults.add({ kind: 'serverError', operation: 'GetCase', when: { first: 2 } })
  expect((await details())[0]).toMatchObject({ outcome: 'failed', code: 'upstream_failed', retryable: true })
  expect(await details({ caseIds: [caseIds[0]] })).toMatchObject([{ code: 'case_not_found' }])
})

test('fields of the setting have their names and types, and custom single-selects their labels', async () => {
  const rowFields = [carrier, '42d4b1a1-0bd9-4f21-a6fb-ae4a0e3f0a85', 'assigned_user', 'not-a-field']
  const { client, details } = await start({ rowFields })
  await client.updateCase({
    domainId,
    caseId: caseIds[1],
    fields: [{ id: carrier, value: { stringValue: 'blue-van' } }],
  })
  const [result] = await details({ caseIds: [caseIds[1]] })
  expect(result).toMatchObject({
    fields: [
      { name: 'Carrier', type: 'SingleSelect', value: { value: 'blue-van', label: 'Blue Van' } },
      { name: 'Order number', type: 'Text' },
      { name: 'Assigned user', type: 'User' },
    ],
  })
})

test('labels are asked for once, and details do without them', async () => {
  const { emulator, details, calls } = await start({ rowFields: [carrier] })
  emulator.faults.add({ kind: 'accessDenied', operation: 'ListFields', when: { first: 1 } })
  emulator.faults.add({ kind: 'html', operation: 'ListFieldOptions', when: { first: 1 } })
  expect((await details())[0]).toMatchObject({ status: { label: null }, fields: [{ fieldId: carrier, name: carrier }] })
  await details()
  expect((await details())[0]).toMatchObject({ status: { label: expect.any(String) }, fields: [{ name: 'Carrier' }] })
  expect([calls('ListFields'), calls('ListFieldOptions')]).toEqual([2, 3])
})

test.each<[FaultInput, number, string]>([
  [{ kind: 'throttled', retryAfterSeconds: 7 }, 429, 'throttled'],
  [{ kind: 'accessDenied' }, 502, 'upstream_denied'],
  [{ kind: 'unavailable' }, 503, 'upstream_unavailable'],
  [{ kind: 'serverError' }, 502, 'upstream_failed'],
  [{ kind: 'reset' }, 502, 'upstream_failed'],
  [{ kind: 'html' }, 502, 'upstream_invalid'],
  [{ kind: 'badJson' }, 502, 'upstream_invalid'],
  [{ kind: 'wrongTypes' }, 502, 'upstream_invalid'],
  [{ kind: 'missingMembers' }, 502, 'upstream_invalid'],
  [{ kind: 'longIds' }, 502, 'upstream_invalid'],
  [{ kind: 'hang' }, 504, 'upstream_timeout'],
  [{ kind: 'drip', everyMs: 50 }, 504, 'upstream_timeout'],
])('a search with the fault %j is answered with %i %s, and no case is asked for', async (fault, status, code) => {
  const { emulator, ask, calls } = await start({ deadlineMs: 600 })
  emulator.faults.add({ ...fault, operation: 'SearchCases' })
  const answer = await ask()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, status === 429 ? '7' : null])
  expect(await answer.json()).toMatchObject({ code })
  expect(calls('GetCase')).toBe(0)
})

test('a search that finds too much is used as far as it was asked for', async () => {
  const { emulator, details } = await start()
  emulator.faults.add({ kind: 'tooMany', operation: 'SearchCases' })
  expect((await details()).map(({ caseId }) => caseId)).toEqual(caseIds.slice(0, 10))
})

test('cursor and details token cannot stand for each other', async () => {
  const { domain, page, ask } = await start()
  expect((await ask({ detailsToken: page.nextToken })).status).toBe(409)
  const list = await fetch(`${domain}/list-cases-for-contact`, post({ contactArn, nextToken: page.detailsToken }))
  expect(list.status).toBe(409)
})

test('a case of the next page is not of this one', async () => {
  const { ask } = await start()
  const answer = await ask({ caseIds: [caseIds[10]] })
  expect(await answer.json()).toMatchObject({ status: 400, errors: [{ field: 'caseIds' }] })
})

test('a deleted template, which no list has, is there by its id', async () => {
  const { domain } = await start()
  const answer = await fetch(`${domain}/templates/${deletedTemplate}`)
  expect(await answer.json()).toEqual({ templateId: deletedTemplate, name: 'Gift card', status: 'Deleted' })
  expect(answer.headers.get('etag')).toMatch(/^"/)
  expect(await (await fetch(`${domain}/templates/none`)).json()).toMatchObject({ status: 404, code: 'not_found' })
})
