import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../emulator.ts'
import { parseSeed } from '../seed.ts'

test('the page and what it is made of are text of their kind', async () => {
  const url = await startedUrl()
  const types = await Promise.all(
    ['', '/inspector.css', '/inspector.js'].map(async (path) => {
      const { status, headers } = await fetch(`${url}/_emulator${path}`)
      return [status, headers.get('content-type')]
    }),
  )
  expect(types).toEqual([
    [200, 'text/html; charset=utf-8'],
    [200, 'text/css; charset=utf-8'],
    [200, 'text/javascript; charset=utf-8'],
  ])
})

test('domains are listed', async () => {
  expect(await got('/domains')).toEqual({ domains: [{ domainId: 'one/%', name: 'One' }] })
})

test('a domain shows its cases and its contacts with their cases', async () => {
  expect(await got('/domain?domainId=one%2F%25')).toEqual({
    cases: {
      total: 2,
      first: [
        { caseId: 'a', title: '<b>Broken</b> lamp', status: 'open', template: 'Order' },
        { caseId: 'b', title: '', status: '', template: 'Order' },
      ],
    },
    contacts: { total: 1, first: [{ contactArn: 'arn:aws:x', caseCount: 2, caseIds: ['b', 'a'] }] },
  })
})

test.each([
  ['a title', 'LAMP', ['a'], 0],
  ['a case id', 'b', ['a', 'b'], 0],
  ['a contact', 'aws:x', [], 1],
  ['nothing there is', 'zzz', [], 0],
])('what is found by %s', async (_, text, caseIds, contacts) => {
  const found = await got(`/domain?domainId=one%2F%25&find=${text}`)
  expect(found).toMatchObject({ cases: { total: caseIds.length }, contacts: { total: contacts } })
  expect(found).toMatchObject({ cases: { first: caseIds.map((caseId) => ({ caseId })) } })
})

test('the instance shows all that is set up', async () => {
  expect(await got('/instance')).toEqual({
    instanceArn: 'arn:aws:connect:us-east-1:123456789012:instance/i',
    applications: [],
    associations: [
      {
        associationId: 'seeded-0',
        integrationType: 'CASES_DOMAIN',
        integrationArn: 'arn:aws:cases:us-east-1:123456789012:domain/one/%',
      },
    ],
    approvedOrigins: [],
    securityProfiles: [],
    eventConfigurations: { 'one/%': { enabled: false } },
  })
})

test.each(['/domain', '/domain?domainId=two', '/domain?domainId=%E0%A4%A'])('no domain is a 404: %s', async (path) => {
  const response = await fetch(`${await startedUrl()}/_emulator/api${path}`)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ message: 'There is no such domain' })
})

test('the inspector takes no path or method from the service', async () => {
  const url = await startedUrl()
  expect((await fetch(`${url}/_emulator`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${url}/_emulator/nothing`)).status).toBe(404)
  expect((await fetch(`${url}/domains-list`, { method: 'POST' })).status).toBe(200)
})

async function got(path: string): Promise<unknown> {
  return (await fetch(`${await startedUrl()}/_emulator/api${path}`)).json()
}

async function startedUrl(): Promise<string> {
  const reading = parseSeed({
    accountId: '123456789012',
    region: 'us-east-1',
    instanceId: 'i',
    domains: [
      {
        domainId: 'one/%',
        name: 'One',
        templates: [{ templateId: 't', name: 'Order', status: 'Active' }],
        cases: [
          { caseId: 'a', templateId: 't', fields: { title: '<b>Broken</b> lamp', status: 'open' } },
          { caseId: 'b', templateId: 't', fields: {} },
        ],
        contacts: [{ contactArn: 'arn:aws:x', caseIds: ['b', 'a'] }],
      },
    ],
  })
  if (!reading.ok) throw new Error(reading.message)
  const emulator = await createEmulator({ seed: reading.seed })
  onTestFinished(() => emulator.close())
  return emulator.url
}
