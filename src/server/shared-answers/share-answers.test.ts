import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { listCasesForContactRequest } from '../../contract/list-cases-for-contact.ts'
import type { CasesGateway, Upstream } from '../cases-gateway.ts'
import { succeed } from '../result.ts'
import { shareAnswers } from './share-answers.ts'

const asker = askerOf(new AbortController().signal)

/** A gateway whose answers are shared, and how often the one behind it was asked. */
function shared() {
  const clock = { now: 0 }
  const told: string[] = []
  let asked = 0
  const count =
    <Answer>(answer: Answer) =>
    async (): Upstream<Answer> => {
      asked += 1
      return succeed(answer)
    }
  const behind: CasesGateway = {
    listCasesForContact: count({ cases: [], nextToken: null }),
    searchCases: count([]),
    getCase: count(new Map()),
    listTemplates: count([]),
    getTemplate: count({ templateId: 't', name: 'T', status: 'Active' as const }),
    listFields: count([]),
    listFieldOptions: count([]),
  }
  return {
    gateway: shareAnswers(behind, {
      now: () => clock.now,
      onAnswer: (...answer) => told.push(answer.join(' ')),
      askThroughStore: null,
    }),
    clock,
    told,
    asked: () => asked,
  }
}

const list = (more: object = {}) => ({
  domainId: 'domain',
  ...listCasesForContactRequest.parse({
    contactArn: 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c',
    ...more,
  }),
})

test('a page is asked for once by its domain, contact, token and length', async () => {
  const { gateway, asked } = shared()
  const pages = [
    list(),
    { ...list(), domainId: 'other' },
    list({ nextToken: 'two' }),
    list({ maxResults: 5 }),
    list({ contactArn: 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/d' }),
  ]
  for (const page of [...pages, ...pages]) await gateway.listCasesForContact(page, asker)
  expect(asked()).toBe(5)
})

type Ask = (gateway: CasesGateway) => Promise<unknown>
const minute = 60_000

test.each<[string, number, Ask]>([
  ['a page', 3_000, (gateway) => gateway.listCasesForContact(list(), asker)],
  ['found cases', 3_000, (gateway) => gateway.searchCases({ domainId: 'd', caseIds: ['a'], fieldIds: [] }, asker)],
  ['a case', 3_000, (gateway) => gateway.getCase({ domainId: 'd', caseId: 'a', fieldIds: [] }, asker)],
  ['templates', minute, (gateway) => gateway.listTemplates('d', asker)],
  ['a template', minute, (gateway) => gateway.getTemplate({ domainId: 'd', templateId: 't' }, asker)],
  ['fields', 10 * minute, (gateway) => gateway.listFields('d', asker)],
  ['options', 10 * minute, (gateway) => gateway.listFieldOptions({ domainId: 'd', fieldId: 'status' }, asker)],
])('%s: kept for %i ms', async (_, keptMs, ask) => {
  const { gateway, clock, told, asked } = shared()
  await ask(gateway)
  clock.now = keptMs - 1
  await ask(gateway)
  expect(asked()).toBe(1)
  clock.now = keptMs
  await ask(gateway)
  expect(asked()).toBe(2)
  expect(told.map((answer) => answer.split(' ')[1])).toEqual(['asked', 'kept', 'asked'])
  expect(new Set(told.map((answer) => answer.split(' ')[0])).size).toBe(1)
})
