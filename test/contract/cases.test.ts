import {
  type CaseFilter,
  GetCaseCommand,
  paginateSearchCases,
  ResourceNotFoundException,
  SearchCasesCommand,
  type SearchCasesRequest,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const client = createCasesClient(url)
const { domainId, caseIds } = contactWithCases(seed, 1)
const [caseId] = caseIds

test('GetCase gives the fields that were asked for and that the case has, each as its type', async () => {
  const fields = ['title', 'assigned_user', 'no_such_field', 'case_id'].map((id) => ({ id }))
  const found = await client.send(new GetCaseCommand({ domainId, caseId, fields }))
  expect(found.fields).toEqual([
    { id: 'title', value: { stringValue: 'Parcel left with a neighbour who is away' } },
    { id: 'assigned_user', value: { userArnValue: expect.stringMatching(/^arn:aws:connect:.*\/agent\//) } },
    { id: 'case_id', value: { stringValue: caseId } },
  ])
  expect(found.templateId).toBe(seed.domains[0]?.templates[0]?.templateId)
  expect(found.nextToken).toBeUndefined()
})

test('GetCase says which case or domain was not found', async () => {
  const fields = [{ id: 'title' }]
  const noCase = await failureOf(new GetCaseCommand({ domainId, caseId: 'gone', fields }))
  expect(noCase).toBeInstanceOf(ResourceNotFoundException)
  expect(noCase).toMatchObject({ resourceId: 'gone', resourceType: 'Case' })
  const noDomain = await failureOf(new GetCaseCommand({ domainId: 'elsewhere', caseId, fields }))
  expect(noDomain).toMatchObject({ resourceId: 'elsewhere', resourceType: 'Domain' })
})

test.each([
  ['no fields', []],
  ['221 fields', Array.from({ length: 221 }, (_, index) => ({ id: `field-${index}` }))],
  ['a field without an id', [{ id: undefined }]],
  ['a field with an id of 501 characters', [{ id: 'f'.repeat(501) }]],
])('GetCase refuses %s', async (_, fields) => {
  const error = await failureOf(new GetCaseCommand({ domainId, caseId, fields }))
  expect(error).toBeInstanceOf(ValidationException)
  expect(error).toHaveProperty('message', expect.stringContaining("'fields"))
})

test('GetCase has one page, so it refuses every token', async () => {
  const request = new GetCaseCommand({ domainId, caseId, fields: [{ id: 'title' }], nextToken: 'made up' })
  expect(await failureOf(request)).toBeInstanceOf(ValidationException)
})

test('SearchCases pages through every case of the domain, 25 at a time, and counts them', async () => {
  const seen: unknown[] = []
  let pages = 0
  for await (const { cases = [], totalCount } of paginateSearchCases({ client }, { domainId })) {
    pages += 1
    seen.push(...cases.map((one) => one?.caseId))
    expect(totalCount).toBe(262)
  }
  expect(pages).toBe(11)
  expect(seen).toEqual(seed.domains[0]?.cases.map((one) => one.caseId))
})

test('SearchCases finds by field, and gives no fields unless asked', async () => {
  const filter = { field: { equalTo: { id: 'case_id', value: { stringValue: caseId ?? '' } } } }
  expect((await client.send(new SearchCasesCommand({ domainId, filter }))).cases).toEqual([
    expect.objectContaining({ caseId, fields: [] }),
  ])
})

test('SearchCases finds the ten cases of a page in one call', async () => {
  const page = contactWithCases(seed, 237).caseIds.slice(0, 10)
  const orAll = page.map((id): CaseFilter => ({ field: { equalTo: { id: 'case_id', value: { stringValue: id } } } }))
  const { cases = [] } = await client.send(
    new SearchCasesCommand({ domainId, filter: { orAll }, fields: [{ id: 'title' }] }),
  )
  expect(cases.map((one) => one?.caseId).sort()).toEqual([...page].sort())
  expect(cases.every((one) => one?.fields?.[0]?.id === 'title')).toBe(true)
})

test('SearchCases combines a term, a negated filter and a sort', async () => {
  const { cases = [] } = await client.send(
    new SearchCasesCommand({
      domainId,
      searchTerm: 'strip ROOM',
      filter: { not: { field: { equalTo: { id: 'status', value: { stringValue: 'closed' } } } } },
      sorts: [{ fieldId: 'created_datetime', sortOrder: 'Desc' }],
      fields: [{ id: 'title' }, { id: 'status' }, { id: 'created_datetime' }],
    }),
  )
  const fields = cases.map((one) => one?.fields?.map((field) => field.value?.stringValue ?? '') ?? [])
  expect(fields.length).toBeGreaterThan(1)
  expect(fields.every(([title, status]) => /room .*LED strip/i.test(title ?? '') && status !== 'closed')).toBe(true)
  const created = fields.map(([, , at]) => at)
  expect(created).toEqual([...created].sort().reverse())
})

test("SearchCases refuses another search's token", async () => {
  const { nextToken } = await client.send(new SearchCasesCommand({ domainId }))
  const other = new SearchCasesCommand({ domainId, searchTerm: 'lamp', nextToken })
  expect(await failureOf(other)).toBeInstanceOf(ValidationException)
})

const elevenFilters: CaseFilter[] = Array.from({ length: 11 }, () => ({ andAll: [] }))

test.each<[string, string, Partial<SearchCasesRequest>]>([
  ['a maxResults of 101', 'maxResults', { maxResults: 101 }],
  ['a searchTerm of 256 characters', 'searchTerm', { searchTerm: 'x'.repeat(256) }],
  ['3 sorts', 'sorts', { sorts: Array.from({ length: 3 }, () => ({ fieldId: 'title', sortOrder: 'Asc' })) }],
  ['26 fields', 'fields', { fields: Array.from({ length: 26 }, (_, index) => ({ id: `f${index}` })) }],
  ['11 filters in orAll', 'filter.orAll', { filter: { orAll: elevenFilters } }],
  [
    'an empty field id',
    'filter.field.equalTo.id',
    { filter: { field: { equalTo: { id: '', value: { doubleValue: 1 } } } } },
  ],
])('SearchCases refuses %s', async (_, member, wrong) => {
  const error = await failureOf(new SearchCasesCommand({ domainId, ...wrong }))
  expect(error).toBeInstanceOf(ValidationException)
  expect(error).toHaveProperty('message', expect.stringContaining(`'${member}'`))
})

test('SearchCases in a domain nobody knows is not found', async () => {
  const error = await failureOf(new SearchCasesCommand({ domainId: 'elsewhere' }))
  expect(error).toBeInstanceOf(ResourceNotFoundException)
})

function failureOf(command: GetCaseCommand | SearchCasesCommand): Promise<unknown> {
  const sent = command instanceof GetCaseCommand ? client.send(command) : client.send(command)
  return sent.then(
    () => 'no error',
    (error: unknown) => error,
  )
}
