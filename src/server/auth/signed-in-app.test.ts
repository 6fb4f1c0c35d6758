import { expect, onTestFinished, test } from 'vitest'
import { createBuiltPage, pageConfig } from '../../../test/support/built-page.ts'
import { contactArn, createTestApp, detailsPath, listPath, post } from '../../../test/support/server-app.ts'
import { arnOf, createSignedInApp } from '../../../test/support/signed-in-app.ts'
import { listCasesForContactResponse } from '../../contract/list-cases-for-contact.ts'
import { servePage } from '../page.ts'
import { fail, succeed } from '../result.ts'

const twoCases = {
  listCasesForContact: async () =>
    succeed({
      cases: ['case-1', 'case-2'].map((caseId) => ({ caseId, templateId: 't' })),
      nextToken: 'canary-token',
    }),
  searchCases: async () => succeed([{ caseId: 'case-1', fields: new Map([['title', 'canary-title']]) }]),
}
const pageOf = async (answer: Response) => listCasesForContactResponse.parse(await answer.json())

const annsContact = { c: { at: { userId: 'user-ann', state: 'CONNECTED' } } }
const bothsContact = { c: { ...annsContact.c, agentId: 'user-bob' } }

const publicPaths = ['/livez', '/readyz', '/config.json', '*']

test('every route but the few public ones answers 401 to who does not say who asks', async () => {
  const { app } = await createSignedInApp(annsContact)
  const page = await createBuiltPage({})
  onTestFinished(page.remove)
  servePage(app, { directory: page.directory, config: pageConfig, frameAncestors: ["'self'"] })
  const routes = app.routes.filter(({ path }) => !publicPaths.includes(path) && path !== '/*')
  expect(new Set(routes.map(({ path }) => path)).size).toBeGreaterThan(4)
  for (const { method, path } of routes) {
    const url = path.replaceAll(/:(\w+)(\{.*?\](\*|\+)\})?/g, 'x').replace('*', 'anything')
    for (const verb of method === 'ALL' ? ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] : [method]) {
      const answer = await app.request(url, { method: verb })
      expect([verb, path, answer.status]).toEqual([verb, path, 401])
    }
  }
})

test('the page and its settings need no sign-in: they are where it begins', async () => {
  const { app } = await createSignedInApp(annsContact)
  const page = await createBuiltPage({})
  onTestFinished(page.remove)
  servePage(app, { directory: page.directory, config: pageConfig, frameAncestors: ["'self'"] })
  for (const path of ['/', '/config.json', '/livez', '/readyz']) expect((await app.request(path)).status).toBe(200)
})

test.each([
  ['no token', {}, 'Bearer'],
  ['a token that is none', { authorization: 'Bearer abc' }, 'Bearer error="invalid_token"'],
  ['another scheme', { authorization: 'Basic YTpi' }, 'Bearer error="invalid_token"'],
  ['two tokens', { authorization: 'Bearer a.b.c, Bearer a.b.c' }, 'Bearer error="invalid_token"'],
  ['a cookie', { cookie: 'access_token=a.b.c' }, 'Bearer'],
])('%s is answered 401 with a challenge', async (_, headers, challenge) => {
  const { app, logged } = await createSignedInApp(annsContact)
  const answer = await app.request(listPath, { ...post({ contactArn }), headers })
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, challenge])
  expect(await answer.json()).toMatchObject({ code: 'unauthenticated', retryable: false })
  expect(logged).toMatchObject([{ event: 'answered', status: 401, code: 'unauthenticated' }])
})

test('a token in the query string is none', async () => {
  const { app, tokenOf } = await createSignedInApp(annsContact)
  const answer = await app.request(`${listPath}?access_token=${await tokenOf('ann')}`, post({ contactArn }))
  expect(answer.status).toBe(401)
})

test('an agent sees the cases of their contact, and another agent does not', async () => {
  const { ask } = await createSignedInApp(annsContact, twoCases)
  expect(await (await ask('ann', listPath, { contactArn })).json()).toMatchObject({ cases: [{ caseId: 'case-1' }, {}] })
  const refused = await ask('bob', listPath, { contactArn })
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'contact_not_yours', retryable: true }])
})

test('templates need a sign-in and a domain of the settings, and no contact', async () => {
  const { app, tokenOf } = await createSignedInApp({})
  const headers = { authorization: `Bearer ${await tokenOf('ann')}` }
  const statusOf = async (path: string) => (await app.request(path, { headers })).status
  expect(await statusOf('/api/domains/domain/templates')).toBe(200)
  expect(await statusOf('/api/domains/other/templates')).toBe(403)
  expect(await statusOf('/api/domains/other/templates/t-1')).toBe(403)
})

test('another agent’s cursor and details token do not open, even for a contact that both may see', async () => {
  const { ask } = await createSignedInApp(bothsContact, twoCases)
  const { nextToken, detailsToken } = await pageOf(await ask('ann', listPath, { contactArn }))
  const statuses = async (agent: string, changes = {}) => [
    (await ask(agent, listPath, { contactArn, nextToken }, changes)).status,
    (await ask(agent, detailsPath, { detailsToken }, changes)).status,
  ]
  expect(await statuses('ann')).toEqual([200, 200])
  expect(await statuses('bob')).toEqual([409, 409])
  expect(await statuses('ann', { sub: 'another subject of that name' })).toEqual([409, 409])
})

test('details are for the contact of the token: when it has become another agent’s, so have they', async () => {
  const { ask, connect, clock } = await createSignedInApp(annsContact, twoCases)
  const { detailsToken } = await pageOf(await ask('ann', listPath, { contactArn }))
  expect((await ask('ann', detailsPath, { detailsToken })).status).toBe(200)
  connect.contacts = { c: { agentId: 'user-bob' } }
  clock.now += 60_001
  expect((await ask('ann', detailsPath, { detailsToken })).status).toBe(403)
})

test('a transferred contact’s first one is listed through it, with details, and its cursor goes on', async () => {
  const contacts = {
    first: { agentId: 'user-bob' },
    c: { at: { userId: 'user-ann', state: 'INCOMING' }, initialContactId: 'first' },
  }
  const { ask } = await createSignedInApp(contacts, twoCases)
  const question = { contactArn: arnOf('first'), throughContactArn: contactArn }
  const { nextToken, detailsToken } = await pageOf(await ask('ann', listPath, question))
  expect((await ask('ann', detailsPath, { detailsToken })).status).toBe(200)
  expect((await ask('ann', listPath, { ...question, nextToken })).status).toBe(200)
  expect((await ask('ann', listPath, { contactArn: arnOf('first'), nextToken })).status).toBe(403)
})

test('what is refused is never asked of Cases', async () => {
  let asked = 0
  const count = async () => {
    asked += 1
    return succeed({ cases: [], nextToken: null })
  }
  const { ask } = await createSignedInApp({ c: { agentId: 'user-bob' } }, { listCasesForContact: count })
  expect((await ask('ann', listPath, { contactArn })).status).toBe(403)
  expect(asked).toBe(0)
})

test('the audit has a line for each answer with cases: who, which contact, how many, and why; nothing more', async () => {
  const supervisors = { supervisors: { claim: 'groups', value: 'leads' } }
  const { ask, logged } = await createSignedInApp(annsContact, twoCases, supervisors)
  const { detailsToken } = await pageOf(await ask('ann', listPath, { contactArn }))
  await ask('ann', detailsPath, { detailsToken })
  await ask('bob', listPath, { contactArn })
  await ask('lead', listPath, { contactArn }, { groups: ['leads'] })
  const issuer = 'https://issuer.example.com'
  const line = { event: 'cases_shown', requestId: 'request-1', issuer, contactId: 'c' }
  expect(logged.filter(({ event }) => event === 'cases_shown')).toEqual([
    { ...line, subject: 'subject-ann', what: 'list', count: 2, ground: 'own' },
    { ...line, subject: 'subject-ann', what: 'details', count: 1, ground: 'own' },
    { ...line, subject: 'subject-lead', what: 'list', count: 2, ground: 'supervisor' },
  ])
  expect(JSON.stringify(logged)).not.toMatch(/canary|eyJ|case-1/)
})

test('where nobody signs in the audit has no lines: there is nobody to name', async () => {
  const { app, logged } = createTestApp(twoCases)
  const answer = await app.request(listPath, post({ contactArn }))
  expect((await pageOf(answer)).cases).toHaveLength(2)
  expect(logged.map(({ event }) => event)).toEqual(['answered'])
})

test('an answer without cases is no line of the audit', async () => {
  const { ask, logged } = await createSignedInApp(annsContact)
  expect((await ask('ann', listPath, { contactArn })).status).toBe(200)
  expect(logged.map(({ event }) => event)).toEqual(['answered'])
})

test('a contact that Cases does not know is asked about anew, and one whose cases are listed is not', async () => {
  const { ask, connect } = await createSignedInApp(
    { known: { agentId: 'user-ann' }, unknown: { agentId: 'user-ann' } },
    {
      listCasesForContact: async (question) =>
        question.contactArn === arnOf('known')
          ? twoCases.listCasesForContact()
          : fail({ code: 'not_found', reason: 'HTTP 404', passing: false }),
    },
  )
  for (const contactId of ['known', 'unknown', 'known', 'unknown']) {
    await ask('ann', listPath, { contactArn: arnOf(contactId) })
  }
  const described = connect.asked.filter((question) => question.startsWith('describeContact'))
  expect(described).toEqual(['describeContact known', 'describeContact unknown', 'describeContact unknown'])
})
