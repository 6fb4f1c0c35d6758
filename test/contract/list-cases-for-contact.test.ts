import {
  ListCasesForContactCommand,
  type ListCasesForContactCommandOutput,
  paginateListCasesForContact,
  ResourceNotFoundException,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const client = createCasesClient(url)

test('a contact with 1 case has that one, its template and no next page', async () => {
  const { domainId, contactArn, caseIds } = contactWithCases(seed, 1)
  const { cases, nextToken } = await client.send(new ListCasesForContactCommand({ domainId, contactArn }))
  const templateId = seed.domains[0]?.cases.find((one) => one.caseId === caseIds[0])?.templateId
  expect(cases).toEqual([{ caseId: caseIds[0], templateId }])
  expect(nextToken).toBeUndefined()
})

test.each([
  [0, [0]],
  [3, [3]],
  [10, [10]],
  [11, [10, 1]],
])('a contact with %i cases comes in pages of %j', async (count, sizes) => {
  expect((await allPages(count)).map((page) => page.length)).toEqual(sizes)
})

test('237 cases come in 24 pages, in order, with none twice', async () => {
  const pages = await allPages(237)
  expect(pages).toHaveLength(24)
  expect(pages.flat()).toEqual(contactWithCases(seed, 237).caseIds)
  expect(new Set(pages.flat()).size).toBe(237)
})

test('a page is as long as maxResults says, also in the middle of a list', async () => {
  const { domainId, contactArn, caseIds } = contactWithCases(seed, 11)
  const first = await client.send(new ListCasesForContactCommand({ domainId, contactArn, maxResults: 3 }))
  const { nextToken } = first
  const second = await client.send(new ListCasesForContactCommand({ domainId, contactArn, maxResults: 4, nextToken }))
  expect([first, second].flatMap(idsOf)).toEqual(caseIds.slice(0, 7))
})

test('a contact nobody knows has no cases', async () => {
  const { domainId, contactArn } = contactWithCases(seed, 1)
  const unknown = new ListCasesForContactCommand({ domainId, contactArn: `${contactArn}0` })
  expect((await client.send(unknown)).cases).toEqual([])
})

test('a domain nobody knows is not found, and the error names it', async () => {
  const { contactArn } = contactWithCases(seed, 1)
  const error = await failureOf({ domainId: 'elsewhere', contactArn })
  expect(error).toBeInstanceOf(ResourceNotFoundException)
  expect(error).toMatchObject({ resourceId: 'elsewhere', resourceType: 'Domain', $metadata: { httpStatusCode: 404 } })
})

test.each([
  ['an empty contactArn', { contactArn: '' }],
  ['a contactArn of 501 characters', { contactArn: 'a'.repeat(501) }],
  ['no contactArn', { contactArn: undefined }],
  ['an empty domainId', { domainId: '' }],
  ['a domainId of 501 characters', { domainId: 'd'.repeat(501) }],
  ['a maxResults of 0', { maxResults: 0 }],
  ['a maxResults of 11', { maxResults: 11 }],
  ['a nextToken of 9,001 characters', { nextToken: 'x'.repeat(9_001) }],
  ['a nextToken that is made up', { nextToken: 'made up' }],
])('%s is a ValidationException that names the member', async (_, wrong) => {
  const { domainId, contactArn } = contactWithCases(seed, 1)
  const error = await failureOf({ domainId, contactArn, ...wrong })
  expect(error).toBeInstanceOf(ValidationException)
  expect(error).toHaveProperty('message', expect.stringContaining(Object.keys(wrong).join()))
})

test("another contact's token is refused", async () => {
  const { domainId, contactArn } = contactWithCases(seed, 237)
  const { nextToken } = await client.send(new ListCasesForContactCommand({ domainId, contactArn }))
  expect(nextToken).toBeDefined()
  const other = contactWithCases(seed, 11)
  expect(await failureOf({ ...other, nextToken })).toBeInstanceOf(ValidationException)
})

async function allPages(count: number): Promise<string[][]> {
  const { domainId, contactArn } = contactWithCases(seed, count)
  const pages: string[][] = []
  for await (const page of paginateListCasesForContact({ client }, { domainId, contactArn })) pages.push(idsOf(page))
  return pages
}

function idsOf({ cases = [] }: ListCasesForContactCommandOutput): string[] {
  return cases.map((one) => String(one.caseId))
}

function failureOf(input: {
  domainId: string
  contactArn: string | undefined
  maxResults?: number
  nextToken?: string | undefined
}): Promise<unknown> {
  return client.send(new ListCasesForContactCommand(input)).then(
    () => 'no error',
    (error: unknown) => error,
  )
}
