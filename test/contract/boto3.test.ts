import { expect, test } from 'vitest'
import { z } from 'zod'
import { hasBoto3, runBoto3 } from '../support/boto3.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const { domainId, contactArn, caseIds } = contactWithCases(seed, 11)
const templateId = seed.domains[0]?.templates[0]?.templateId
const given = { domainId, contactArn, templateId }
const botoTest = test.runIf(hasBoto3())

botoTest(
  'boto3 pages through 11 cases; after the last page there is no token at all',
  { timeout: 30_000 },
  async () => {
    const seen = await runBoto3(
      url,
      given,
      `
page = cases.list_cases_for_contact(domainId=given['domainId'], contactArn=given['contactArn'])
more = cases.list_cases_for_contact(
    domainId=given['domainId'], contactArn=given['contactArn'], nextToken=page['nextToken'])
show([[one['caseId'] for one in page['cases'] + more['cases']], more.get('nextToken')])
`,
    )
    expect(seen).toEqual([caseIds, null])
  },
)

botoTest('boto3 writes a case and reads every kind of value', { timeout: 30_000 }, async () => {
  const values = await runBoto3(
    url,
    given,
    `
def value(id, **value): return {'id': id, 'value': value}
domainId = given['domainId']
number = cases.create_field(domainId=domainId, name='Weight', type='Number')['fieldId']
flag = cases.create_field(domainId=domainId, name='Fragile', type='Boolean')['fieldId']
caseId = cases.create_case(domainId=domainId, templateId=given['templateId'], fields=[
    value('title', stringValue='Lamp'), value('customer_id', stringValue='arn:aws:profile:p'),
    value(number, doubleValue=2.5), value(flag, booleanValue=False),
    value('summary', emptyValue={}), value('assigned_user', userArnValue='arn:aws:connect:u')])['caseId']
fields = ['title', number, flag, 'summary', 'assigned_user', 'assigned_queue']
found = cases.get_case(domainId=domainId, caseId=caseId, fields=[{'id': id} for id in fields])
show([field['value'] for field in found['fields']])
`,
  )
  expect(values).toEqual([
    { stringValue: 'Lamp' },
    { doubleValue: 2.5 },
    { booleanValue: false },
    { emptyValue: {} },
    { userArnValue: 'arn:aws:connect:u' },
  ])
})

botoTest('boto3 reads times as times, and unions of related items', { timeout: 30_000 }, async () => {
  const [createdTime, item] = z.tuple([z.string(), z.unknown()]).parse(
    await runBoto3(
      url,
      { ...given, caseId: caseIds[0] },
      `
domain = cases.get_domain(domainId=given['domainId'])
found = cases.search_related_items(domainId=given['domainId'], caseId=given['caseId'])
show([domain['createdTime'], found['relatedItems'][0]])
`,
    ),
  )
  expect(createdTime).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(item).toMatchObject({ type: 'Contact', content: { contact: { contactArn } } })
})

botoTest('boto3 reads what was not found from the error', { timeout: 30_000 }, async () => {
  const error = await runBoto3(
    url,
    given,
    `
try: cases.get_case(domainId=given['domainId'], caseId='gone', fields=[{'id': 'title'}])
except cases.exceptions.ResourceNotFoundException as error: show([error.response['Error']['Code'],
    error.response['resourceId'], error.response['resourceType']])
`,
  )
  expect(error).toEqual(['ResourceNotFoundException', 'gone', 'Case'])
})
