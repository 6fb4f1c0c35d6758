import { ConflictException, type FieldValueUnion, ValidationException } from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'

const { url, seed } = await contractTarget()
const cases = createCasesClient(url)
const [domain] = seed.domains
const domainId = domain?.domainId
const templateId = domain?.templates[0]?.templateId
const userArn = 'arn:aws:connect:us-east-1:111122223333:instance/i/agent/a'

const customer = text('customer_id', 'arn:aws:profile:us-east-1:111122223333:domains/d/profiles/p')
const title = text('title', 'Lamp arrived in two parts')
const newCase = { domainId, templateId, fields: [title, customer] }

test('a new case is open, has a reference number of 8 digits, and the times it was made', async () => {
  const { caseId, caseArn } = await cases.createCase({ ...newCase, performedBy: { userArn } })
  expect(caseArn).toMatch(new RegExp(`^arn:aws:cases:.*:domain/${domainId}/case/${caseId}$`))
  const found = await valuesOf(caseId)
  expect(found).toEqual({
    title: { stringValue: 'Lamp arrived in two parts' },
    status: { stringValue: 'open' },
    reference_number: { stringValue: expect.stringMatching(/^\d{8}$/) },
    created_datetime: { stringValue: expect.stringMatching(/^\d{4}-.*Z$/) },
    last_updated_datetime: found['created_datetime'],
    last_updated_user: { userArnValue: userArn },
  })
})

test('a repeated client token makes one case; with another request it is a conflict', async () => {
  const clientToken = crypto.randomUUID()
  const first = await cases.createCase({ ...newCase, clientToken })
  expect((await cases.createCase({ ...newCase, clientToken })).caseId).toBe(first.caseId)
  const other = { ...newCase, fields: [text('title', 'Another'), customer], clientToken }
  await expect(cases.createCase(other)).rejects.toThrow(ConflictException)
})

test.each([
  ['no title', { fields: [customer] }, 'Field title is required'],
  ['an empty customer', { fields: [title, { id: 'customer_id', value: empty() }] }, 'Field customer_id'],
  ['an inactive template', { templateId: domain?.templates[5]?.templateId }, 'is inactive'],
  ['a title twice', { fields: [title, customer, title] }, 'more than once'],
])('CreateCase refuses %s', async (_, wrong, message) => {
  const sent = cases.createCase({ ...newCase, ...wrong })
  await expect(sent).rejects.toThrow(ValidationException)
  await expect(sent).rejects.toThrow(message)
})

test('CreateCase finds no deleted template and no field nobody made', async () => {
  const deleted = domain?.templates[6]?.templateId
  await expect(cases.createCase({ ...newCase, templateId: deleted })).rejects.toMatchObject({ resourceId: deleted })
  const unknown = { ...newCase, fields: [...newCase.fields, text('colour', 'red')] }
  await expect(cases.createCase(unknown)).rejects.toMatchObject({ resourceId: 'colour', resourceType: 'Field' })
})

test('CreateCase asks for the required fields of its template', async () => {
  const requiredFields = [{ fieldId: 'summary' }]
  const { templateId } = await cases.createTemplate({ domainId, name: 'Strict', requiredFields })
  await expect(cases.createCase({ ...newCase, templateId })).rejects.toThrow('Field summary is required')
  const fields = [...newCase.fields, text('summary', 'Both parts are whole')]
  await expect(cases.createCase({ ...newCase, templateId, fields })).resolves.toHaveProperty('caseId')
})

test('UpdateCase changes what it is given, and says when a case was closed even after it is open again', async () => {
  const { caseId } = await cases.createCase(newCase)
  await cases.updateCase({ domainId, caseId, fields: [text('status', 'closed'), text('summary', 'Sent a new one')] })
  const closed = await valuesOf(caseId)
  expect(closed).toMatchObject({
    title: { stringValue: 'Lamp arrived in two parts' },
    status: { stringValue: 'closed' },
  })
  expect(closed['last_closed_datetime']).toEqual(closed['last_updated_datetime'])
  await cases.updateCase({ domainId, caseId, fields: [text('status', 'open'), { id: 'summary', value: empty() }] })
  const opened = await valuesOf(caseId)
  expect(opened).toMatchObject({ status: { stringValue: 'open' }, summary: { emptyValue: {} } })
  expect(opened['last_closed_datetime']).toEqual(closed['last_closed_datetime'])
})

test.each([
  ['Order number', { stringValue: '4711' }, { doubleValue: 4711 }],
  ['Refund in euros', { doubleValue: 12.5 }, { stringValue: '12.5' }],
  ['Under warranty', { booleanValue: true }, { stringValue: 'true' }],
  ['Promised by', { stringValue: '2025-06-01T10:00:00+02:00' }, { stringValue: 'tomorrow' }],
  ['Carrier', { stringValue: 'blue-van' }, { stringValue: 'red-van' }],
  ['Carrier', { emptyValue: {} }, { stringValue: 'harbour' }],
  ['Assigned user', { userArnValue: userArn }, { stringValue: userArn }],
] satisfies [string, FieldValueUnion, FieldValueUnion][])(
  'a field takes values of its type: %s',
  async (name, right, wrong) => {
    const { fields = [] } = await cases.listFields({ domainId })
    const id = fields.find((field) => field.name === name)?.fieldId
    const { caseId } = await cases.createCase(newCase)
    await cases.updateCase({ domainId, caseId, fields: [{ id, value: right }] })
    const refused = cases.updateCase({ domainId, caseId, fields: [{ id, value: wrong }] })
    await expect(refused).rejects.toThrow(ValidationException)
    expect((await cases.getCase({ domainId, caseId, fields: [{ id }] })).fields).toEqual([{ id, value: right }])
  },
)

test.each(['case_id', 'reference_number', 'created_datetime', 'last_updated_datetime', 'last_closed_datetime'])(
  '%s is for the service to write',
  async (id) => {
    const { caseId } = await cases.createCase(newCase)
    const sent = cases.updateCase({ domainId, caseId, fields: [text(id, '2025-01-01T00:00:00Z')] })
    await expect(sent).rejects.toThrow('cannot be written')
  },
)

test('performedBy is a user or an entity of the caller, whose name does not end in a space', async () => {
  await expect(cases.createCase({ ...newCase, performedBy: { customEntity: 'Night job' } })).resolves.toBeDefined()
  const wrong = cases.createCase({ ...newCase, performedBy: { customEntity: 'Night job ' } })
  await expect(wrong).rejects.toThrow('regular expression')
})

test('a written case is found by a search', async () => {
  const title = `Lamp ${crypto.randomUUID()}`
  const { caseId } = await cases.createCase({ ...newCase, fields: [text('title', title), customer] })
  const field = { equalTo: text('title', title) }
  expect(await cases.searchCases({ domainId, filter: { field } })).toMatchObject({ cases: [{ caseId }], totalCount: 1 })
})

async function valuesOf(caseId: string | undefined): Promise<Record<string, unknown>> {
  const ids = ['title', 'status', 'summary', 'reference_number', 'created_datetime', 'last_updated_datetime']
  const fields = [...ids, 'last_updated_user', 'last_closed_datetime'].map((id) => ({ id }))
  const found = await cases.getCase({ domainId, caseId, fields })
  return Object.fromEntries((found.fields ?? []).map((field) => [field?.id, field?.value]))
}

function text(id: string, stringValue: string): { id: string; value: { stringValue: string } } {
  return { id, value: { stringValue } }
}

function empty(): { emptyValue: object } {
  return { emptyValue: {} }
}
