import { expect, test } from 'vitest'
import { contactArn, createTestApp, detailsPath, listPath, post } from '../../test/support/server-app.ts'
import { listCasesForContactResponse } from '../contract/list-cases-for-contact.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { succeed } from './result.ts'

/** An app whose contact has the cases a and b, the tokens of their page, and what the search was asked. */
async function listed() {
  const asked: unknown[] = []
  const cases = ['a', 'b'].map((caseId) => ({ caseId, templateId: 't' }))
  const searchCases: CasesGateway['searchCases'] = async (question) => {
    asked.push(question)
    return succeed(cases.map(({ caseId }) => ({ caseId, fields: new Map() })))
  }
  const { app } = createTestApp({ listCasesForContact: async () => succeed({ cases, nextToken: 'more' }), searchCases })
  const page = await app.request(listPath, post({ contactArn }))
  return { app, asked, page: listCasesForContactResponse.parse(await page.json()) }
}

test.each([
  ['no token', { detailsToken: undefined }, 'detailsToken'],
  ['a token that is null', { detailsToken: null }, 'detailsToken'],
  ['a token that is a number', { detailsToken: 1 }, 'detailsToken'],
  ['an empty token', { detailsToken: '' }, 'detailsToken'],
  ['a token of 13,001 characters', { detailsToken: 'x'.repeat(13_001) }, 'detailsToken'],
  ['case ids that are a text', { caseIds: 'a' }, 'caseIds'],
  ['no case ids', { caseIds: [] }, 'caseIds'],
  ['11 case ids', { caseIds: Array(11).fill('a') }, 'caseIds'],
  ['a case id that is a number', { caseIds: [1] }, 'caseIds.0'],
  ['a case id that is empty', { caseIds: ['a', ''] }, 'caseIds.1'],
  ['a case id of 501 characters', { caseIds: ['x'.repeat(501)] }, 'caseIds.0'],
  ['a case that is not on the page', { caseIds: ['a', 'c'] }, 'caseIds'],
  ['a name that only lists have', { caseIds: ['length'] }, 'caseIds'],
  ['another member', { contactArn }, 'body'],
])('%s is refused by the name of its field', async (_, wrong, field) => {
  const { app, asked, page } = await listed()
  const answer = await app.request(detailsPath, post({ detailsToken: page.detailsToken, ...wrong }))
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ field }] })
  expect(asked).toEqual([])
})

test.each([
  ['an empty body', ''],
  ['an array', '[]'],
  ['a text', '"text"'],
  ['null', 'null'],
  ['what is not JSON', '{"detailsToken":'],
])('%s is refused as a body', async (_, body) => {
  const { app } = createTestApp()
  expect(await (await app.request(detailsPath, post(body))).json()).toMatchObject({
    code: 'invalid_request',
    errors: [{ field: 'body' }],
  })
})

test('a body that is no JSON by its type, and one that is too large, are refused as elsewhere', async () => {
  const { app } = createTestApp()
  const answers = [
    await app.request(detailsPath, post({}, 'text/plain')),
    await app.request(detailsPath, post('x'.repeat(120_001))),
  ]
  expect(answers.map(({ status }) => status)).toEqual([415, 413])
})

test('the largest request there can be is read', async () => {
  const { app } = createTestApp()
  const escaped = (length: number) => `"${'\\u0078'.repeat(length)}"`
  const body = `{"detailsToken":${escaped(13_000)},"caseIds":[${Array(10).fill(escaped(500)).join(',')}]}`
  expect((await app.request(detailsPath, post(body))).status).toBe(409)
})

test("another domain's token, a cursor, another server's token and what was never sealed open no page", async () => {
  const { app, asked, page } = await listed()
  const elsewhere = await listed()
  const answers = await Promise.all([
    app.request(detailsPath.replace('domain/', 'domain-2/'), post({ detailsToken: page.detailsToken })),
    app.request(detailsPath, post({ detailsToken: page.nextToken })),
    app.request(detailsPath, post({ detailsToken: elsewhere.page.detailsToken })),
    app.request(detailsPath, post({ detailsToken: 'a' })),
  ])
  for (const answer of answers) {
    expect(await answer.json()).toMatchObject({ code: 'cursor_expired', errors: [{ field: 'detailsToken' }] })
    expect(answer.status).toBe(409)
  }
  expect(asked).toEqual([])
})

test('a case named twice is answered once', async () => {
  const { app, page } = await listed()
  const answer = await app.request(detailsPath, post({ detailsToken: page.detailsToken, caseIds: ['b', 'b'] }))
  expect(await answer.json()).toMatchObject({ results: [{ caseId: 'b' }] })
})
