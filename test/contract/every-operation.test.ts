import {
  AccessDeniedException,
  InternalServerException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { afterAll, expect, test } from 'vitest'
import { operations } from '../../src/emulator/operations/table.ts'
import { countCalls } from '../support/calls-made.ts'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const cases = createCasesClient(url)
const counts = countCalls(cases)
const [domain] = seed.domains
const { contactArn, caseIds } = contactWithCases(seed, 1)
const domainId = domain?.domainId
const caseId = caseIds[0]
const templateId = domain?.templates[0]?.templateId
const layoutId = domain?.layouts?.[0]?.layoutId
const fieldId = 'title'
const content = { contact: { contactArn } }
const fields = [{ id: fieldId }]

// Each operation with input that is right but for the members given over it.
const calls = {
  ListDomains: (wrong) => cases.listDomains({ ...wrong }),
  GetDomain: (wrong) => cases.getDomain({ domainId, ...wrong }),
  ListTemplates: (wrong) => cases.listTemplates({ domainId, ...wrong }),
  GetTemplate: (wrong) => cases.getTemplate({ domainId, templateId, ...wrong }),
  CreateTemplate: (wrong) => cases.createTemplate({ domainId, name: unique(), ...wrong }),
  UpdateTemplate: (wrong) => cases.updateTemplate({ domainId, templateId, description: 'Parcels', ...wrong }),
  DeleteTemplate: (wrong) => cases.deleteTemplate({ domainId, templateId: domain?.templates[6]?.templateId, ...wrong }),
  ListFields: (wrong) => cases.listFields({ domainId, ...wrong }),
  BatchGetField: (wrong) => cases.batchGetField({ domainId, fields, ...wrong }),
  CreateField: (wrong) => cases.createField({ domainId, name: unique(), type: 'Text', ...wrong }),
  UpdateField: (wrong) => cases.updateField({ domainId, fieldId, description: 'In a few words', ...wrong }),
  ListFieldOptions: (wrong) => cases.listFieldOptions({ domainId, fieldId, ...wrong }),
  BatchPutFieldOptions: (wrong) => cases.batchPutFieldOptions({ domainId, fieldId: 'status', options: [], ...wrong }),
  ListLayouts: (wrong) => cases.listLayouts({ domainId, ...wrong }),
  GetLayout: (wrong) => cases.getLayout({ domainId, layoutId, ...wrong }),
  ListCasesForContact: (wrong) => cases.listCasesForContact({ domainId, contactArn, ...wrong }),
  CreateCase: (wrong) => cases.createCase({ domainId, templateId, fields: newCase, ...wrong }),
  GetCase: (wrong) => cases.getCase({ domainId, caseId, fields, ...wrong }),
  UpdateCase: (wrong) => cases.updateCase({ domainId, caseId, fields: [], ...wrong }),
  DeleteCase: async (wrong) => cases.deleteCase({ domainId, caseId: await createdCase(), ...wrong }),
  SearchCases: (wrong) => cases.searchCases({ domainId, ...wrong }),
  CreateRelatedItem: (wrong) => cases.createRelatedItem({ domainId, caseId, type: 'Contact', content, ...wrong }),
  SearchRelatedItems: (wrong) => cases.searchRelatedItems({ domainId, caseId, ...wrong }),
  SearchAllRelatedItems: (wrong) => cases.searchAllRelatedItems({ domainId, ...wrong }),
  DeleteRelatedItem: async (wrong) =>
    cases.deleteRelatedItem({ domainId, caseId, relatedItemId: await comment(), ...wrong }),
  GetCaseEventConfiguration: (wrong) => cases.getCaseEventConfiguration({ domainId, ...wrong }),
  PutCaseEventConfiguration: (wrong) =>
    cases.putCaseEventConfiguration({ domainId, eventBridge: { enabled: false }, ...wrong }),
} satisfies Record<string, (wrong: Record<string, string>) => Promise<unknown>>

type Name = keyof typeof calls

const newCase = [
  { id: 'title', value: { stringValue: 'Lamp arrived in two parts' } },
  { id: 'customer_id', value: { stringValue: 'arn:aws:profile:us-east-1:111122223333:domains/d/profiles/p' } },
]
const names = Object.keys(calls) as Name[] // the keys of an object of our own
const inDomain = names.filter((name) => name !== 'ListDomains')

test.each(names)('%s succeeds', async (name) => {
  expect(await calls[name]({})).toMatchObject({ $metadata: { httpStatusCode: 200 } })
})

test.each(inDomain)('%s says that the domain was not found', async (name) => {
  const error = await calls[name]({ domainId: 'elsewhere' }).catch((it: unknown) => it)
  expect(error).toBeInstanceOf(ResourceNotFoundException)
  expect(error).toMatchObject({ resourceId: 'elsewhere', resourceType: 'Domain', $metadata: { httpStatusCode: 404 } })
})

test.each(inDomain)('%s refuses an id that is too long', async (name) => {
  await expect(calls[name]({ domainId: 'd'.repeat(501) })).rejects.toThrow(ValidationException)
})

test('ListDomains refuses a token that it did not give', async () => {
  await expect(calls.ListDomains({ nextToken: 'made-up' })).rejects.toThrow(ValidationException)
})

// A real account cannot be told to fail.
const faults = `${url}/_emulator/api/faults`
const isEmulator = (await fetch(faults)).ok

test.each(isEmulator ? names : [])('%s says that it is throttled, denied, or failing at AWS', async (name) => {
  for (const [kind, type, status] of [
    ['throttled', ThrottlingException, 429],
    ['accessDenied', AccessDeniedException, 403],
    ['serverError', InternalServerException, 500],
  ] as const) {
    const body = JSON.stringify({ kind, operation: name, when: { call: 1 } })
    await fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const error = await calls[name]({}).catch((it: unknown) => it)
    await fetch(faults, { method: 'DELETE' })
    expect(error).toBeInstanceOf(type)
    expect(error).toMatchObject({ $metadata: { httpStatusCode: status } })
  }
})

test.each([
  ['Case', 'caseId', ['GetCase', 'UpdateCase', 'DeleteCase']],
  ['Case', 'caseId', ['CreateRelatedItem', 'SearchRelatedItems', 'DeleteRelatedItem']],
  ['Template', 'templateId', ['GetTemplate', 'UpdateTemplate', 'DeleteTemplate', 'CreateCase']],
  ['Field', 'fieldId', ['UpdateField', 'ListFieldOptions', 'BatchPutFieldOptions']],
  ['Layout', 'layoutId', ['GetLayout']],
  ['RelatedItem', 'relatedItemId', ['DeleteRelatedItem']],
] satisfies [string, string, Name[]][])('a %s that is not there is said by its %s: %j', async (kind, member, names) => {
  for (const name of names) {
    const error = await calls[name]({ [member]: 'gone' }).catch((it: unknown) => it)
    expect(error).toBeInstanceOf(ResourceNotFoundException)
    expect(error).toMatchObject({ resourceId: 'gone', resourceType: kind })
  }
})

test.each([
  ['templates', 'a domain', 100, () => calls.CreateTemplate({})],
  ['fields', 'a domain', 500, () => calls.CreateField({})],
  ['related items', 'a case', 200, () => comment()],
])('%s of %s have a quota of %i', async (_kind, _of, quota, create) => {
  const refused = (async () => {
    for (let made = 0; made <= quota; made++) await create()
  })()
  const error = await refused.catch((it: unknown) => it)
  expect(error).toBeInstanceOf(ServiceQuotaExceededException)
  expect(error).toMatchObject({ $metadata: { httpStatusCode: 402 }, message: expect.stringContaining(`${quota}`) })
})

test('every operation of the table is called here', () => {
  expect([...counts.keys()].sort()).toEqual(operations.map(({ name }) => name).sort())
})

afterAll(() => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  console.log(`Amazon Connect Cases: ${counts.size} operations called ${total} times by the AWS SDK for JavaScript`)
})

async function createdCase(): Promise<string | undefined> {
  return (await cases.createCase({ domainId, templateId, fields: newCase })).caseId
}

async function comment(): Promise<string | undefined> {
  const comment = { body: 'Rang back', contentType: 'Text/Plain' } as const
  return (await cases.createRelatedItem({ domainId, caseId, type: 'Comment', content: { comment } })).relatedItemId
}

function unique(): string {
  return `Name ${crypto.randomUUID()}`
}
