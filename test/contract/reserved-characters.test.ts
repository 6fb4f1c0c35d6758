import { GetCaseCommand, GetTemplateCommand, ListCasesForContactCommand } from '@aws-sdk/client-connectcases'
import { afterAll, expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { seedOf, startEmulator } from '../support/emulator.ts'

// Ids have no pattern in the service model: a path must be split before it is decoded.
const domainId = 'a/b c%d:é+#?'
const caseId = '../cases/..'
const templateId = '%2F 模板'
const contactArn = 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/ü/1?x=1'

const emulator = await startEmulator(
  seedOf({
    accountId: '111122223333',
    region: 'us-east-1',
    instanceId: 'i',
    domains: [
      {
        domainId,
        name: 'reserved',
        templates: [{ templateId, name: 'T', status: 'Active' }],
        cases: [{ caseId, templateId, fields: { title: 'T', urgent: true, amount: 1.5, summary: null } }],
        contacts: [{ contactArn, caseIds: [caseId] }],
      },
    ],
  }),
)
afterAll(() => emulator.close())
const client = createCasesClient(emulator.url)

test('a contact is found by an ARN, and its domain by an id, with reserved characters', async () => {
  const { cases } = await client.send(new ListCasesForContactCommand({ domainId, contactArn }))
  expect(cases).toEqual([{ caseId, templateId }])
})

test('a case with reserved characters in its id is found, and its values have exactly one member', async () => {
  const fields = ['title', 'urgent', 'amount', 'summary'].map((id) => ({ id }))
  const found = await client.send(new GetCaseCommand({ domainId, caseId, fields }))
  expect(found.fields).toEqual([
    { id: 'title', value: { stringValue: 'T' } },
    { id: 'urgent', value: { booleanValue: true } },
    { id: 'amount', value: { doubleValue: 1.5 } },
    { id: 'summary', value: { emptyValue: {} } },
  ])
})

test('a template whose id looks encoded is not decoded twice', async () => {
  expect(await client.send(new GetTemplateCommand({ domainId, templateId }))).toMatchObject({ templateId })
})
