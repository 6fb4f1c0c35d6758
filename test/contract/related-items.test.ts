import {
  type RelatedItemTypeFilter,
  ResourceNotFoundException,
  type SearchAllRelatedItemsCommandInput,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const cases = createCasesClient(url)
const { domainId, contactArn, caseIds } = contactWithCases(seed, 3)
const templateId = seed.domains[0]?.templates[0]?.templateId

test('a linked contact lists its case, until the link or the case is deleted', async () => {
  const contactArn = newContactArn()
  const [kept, unlinked, deleted] = [await createCase(), await createCase(), await createCase()]
  const items = new Map<string | undefined, string | undefined>()
  for (const caseId of [kept, unlinked, deleted]) items.set(caseId, await link(caseId, contactArn))
  expect(await casesOf(contactArn)).toEqual([kept, unlinked, deleted])
  await cases.deleteRelatedItem({ domainId, caseId: unlinked, relatedItemId: items.get(unlinked) })
  await cases.deleteCase({ domainId, caseId: deleted })
  expect(await casesOf(contactArn)).toEqual([kept])
  await expect(cases.getCase({ domainId, caseId: deleted, fields: [{ id: 'title' }] })).rejects.toThrow(
    ResourceNotFoundException,
  )
})

test('a contact linked twice is linked once, and both answers name that link', async () => {
  const contactArn = newContactArn()
  const caseId = await createCase()
  expect(await link(caseId, contactArn)).toBe(await link(caseId, contactArn))
  expect(await casesOf(contactArn)).toEqual([caseId])
})

test('a seeded link can be deleted', async () => {
  const [caseId] = caseIds
  const filters = [{ contact: { contactArn } }]
  const { relatedItems = [] } = await cases.searchRelatedItems({ domainId, caseId, filters })
  await cases.deleteRelatedItem({ domainId, caseId, relatedItemId: relatedItems[0]?.relatedItemId })
  expect(await casesOf(contactArn)).toEqual(caseIds.slice(1))
})

test('the items of a case are found by kind, with who made them and when', async () => {
  const contactArn = newContactArn()
  const caseId = await createCase()
  const linkId = await link(caseId, contactArn)
  const performedBy = { customEntity: 'Night job' }
  const comment = { body: 'Rang back', contentType: 'Text/Plain' } as const
  const made = await cases.createRelatedItem({ domainId, caseId, type: 'Comment', content: { comment }, performedBy })
  const linked = {
    relatedItemId: linkId,
    type: 'Contact',
    content: { contact: { contactArn, channel: 'VOICE', connectedToSystemTime: expect.any(Date) } },
    associationTime: expect.any(Date),
  }
  const note = {
    relatedItemId: made.relatedItemId,
    type: 'Comment',
    content: { comment },
    associationTime: expect.any(Date),
    performedBy,
  }
  const found = async (filters?: RelatedItemTypeFilter[]) =>
    (await cases.searchRelatedItems({ domainId, caseId, filters })).relatedItems
  expect(await found()).toEqual([linked, note])
  expect(await found([{ comment: {} }])).toEqual([note])
  expect(await found([{ contact: { channel: ['VOICE'] } }])).toEqual([linked])
  expect(await found([{ contact: { channel: ['CHAT'] } }, { file: {} }])).toEqual([])
  expect(await found([{ contact: { contactArn } }, { comment: {} }])).toEqual([linked, note])
})

test('all items of a domain are sorted and paged, each with its case', async () => {
  const contactArn = newContactArn()
  const made = [await createCase(), await createCase(), await createCase()]
  for (const caseId of made) await link(caseId, contactArn)
  const request: SearchAllRelatedItemsCommandInput = {
    domainId,
    filters: [{ contact: { contactArn } }],
    sorts: [{ sortProperty: 'CaseId', sortOrder: 'Desc' }],
    maxResults: 2,
  }
  const first = await cases.searchAllRelatedItems(request)
  const second = await cases.searchAllRelatedItems({ ...request, nextToken: first.nextToken })
  const found = [...(first.relatedItems ?? []), ...(second.relatedItems ?? [])].map((item) => item?.caseId)
  expect(found).toEqual(made.toSorted().reverse())
  expect(second.nextToken).toBeUndefined()
})

test('a type that does not fit its content, and a kind the emulator does not keep, are refused', async () => {
  const caseId = await createCase()
  const contact = { contactArn: newContactArn() }
  const unfit = cases.createRelatedItem({ domainId, caseId, type: 'Comment', content: { contact } })
  await expect(unfit).rejects.toThrow(ValidationException)
  const file = { fileArn: 'arn:aws:connect:us-east-1:111122223333:file/f' }
  const unkept = cases.createRelatedItem({ domainId, caseId, type: 'File', content: { file } })
  await expect(unkept).rejects.toThrow('keeps contacts and comments')
})

async function createCase(): Promise<string | undefined> {
  const title = { id: 'title', value: { stringValue: 'Lamp' } }
  const customer = { id: 'customer_id', value: { stringValue: 'arn:aws:profile:us-east-1:111122223333:domains/d/p' } }
  return (await cases.createCase({ domainId, templateId, fields: [title, customer] })).caseId
}

async function link(caseId: string | undefined, contactArn: string): Promise<string | undefined> {
  const content = { contact: { contactArn } }
  return (await cases.createRelatedItem({ domainId, caseId, type: 'Contact', content })).relatedItemId
}

async function casesOf(contactArn: string): Promise<unknown[]> {
  const { cases: found = [] } = await cases.listCasesForContact({ domainId, contactArn })
  return found.map((one) => one.caseId)
}

function newContactArn(): string {
  return `arn:aws:connect:us-east-1:111122223333:instance/i/contact/${crypto.randomUUID()}`
}
