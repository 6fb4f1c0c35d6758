import { ConflictException, ResourceNotFoundException, ValidationException } from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'

const { url, seed } = await contractTarget()
const cases = createCasesClient(url)
const domainId = seed.domains[0]?.domainId
const layoutId = seed.domains[0]?.layouts?.[0]?.layoutId

test('a template is made, changed and deleted, after which it is still read but no longer listed', async () => {
  const layoutConfiguration = { defaultLayout: layoutId }
  const requiredFields = [{ fieldId: 'summary' }]
  const made = await cases.createTemplate({ domainId, name: 'Recall', layoutConfiguration, requiredFields })
  const { templateId } = made
  await cases.updateTemplate({ domainId, templateId, description: 'Fire hazard', status: 'Inactive' })
  const whole = { name: 'Recall', description: 'Fire hazard', layoutConfiguration, requiredFields }
  expect(await cases.getTemplate({ domainId, templateId })).toMatchObject({ ...whole, status: 'Inactive' })
  await cases.deleteTemplate({ domainId, templateId })
  expect(await cases.getTemplate({ domainId, templateId })).toMatchObject({ ...whole, deleted: true })
  const { templates = [] } = await cases.listTemplates({ domainId })
  expect(templates.map((template) => template.templateId)).not.toContain(templateId)
  await expect(cases.updateTemplate({ domainId, templateId, name: 'Again' })).rejects.toThrow(ValidationException)
})

test('two templates have no name in common, unless one is deleted', async () => {
  const { templateId } = await cases.createTemplate({ domainId, name: 'Twin' })
  await expect(cases.createTemplate({ domainId, name: 'Twin' })).rejects.toThrow(ConflictException)
  await cases.updateTemplate({ domainId, templateId, name: 'Twin' })
  await expect(cases.updateTemplate({ domainId, templateId, name: 'Repair' })).rejects.toThrow(ConflictException)
  await cases.deleteTemplate({ domainId, templateId })
  await expect(cases.createTemplate({ domainId, name: 'Twin' })).resolves.toHaveProperty('templateId')
})

test.each([
  ['Layout', { layoutConfiguration: { defaultLayout: 'gone' } }],
  ['Field', { requiredFields: [{ fieldId: 'gone' }] }],
  ['CaseRule', { rules: [{ caseRuleId: 'gone' }] }],
])('a template names no %s that is not there', async (resourceType, content) => {
  const sent = cases.createTemplate({ domainId, name: `No ${resourceType}`, ...content })
  await expect(sent).rejects.toMatchObject({ resourceId: 'gone', resourceType })
})

test('a template requires a field once, and an update changes something', async () => {
  const twice = [{ fieldId: 'summary' }, { fieldId: 'summary' }]
  const made = cases.createTemplate({ domainId, name: 'Twice', requiredFields: twice })
  await expect(made).rejects.toThrow('more than once')
  const templateId = seed.domains[0]?.templates[0]?.templateId
  await expect(cases.updateTemplate({ domainId, templateId })).rejects.toThrow('nothing to update')
})

test('a field is made, changed, listed behind the system fields, and read beside those that are not there', async () => {
  const attributes = { text: { isMultiline: true } }
  const { fieldId, fieldArn } = await cases.createField({ domainId, name: 'Colour', type: 'Text', attributes })
  await cases.updateField({ domainId, fieldId, name: 'Color', description: 'As on the box' })
  const { fields = [] } = await cases.listFields({ domainId })
  expect(fields[0]).toMatchObject({ fieldId: 'assigned_queue', namespace: 'System' })
  const summary = { fieldId, fieldArn, name: 'Color', type: 'Text', namespace: 'Custom', attributes }
  expect(fields.at(-1)).toEqual(summary)
  const read = await cases.batchGetField({ domainId, fields: [{ id: fieldId }, { id: 'gone' }] })
  expect(read.fields).toEqual([
    {
      ...summary,
      description: 'As on the box',
      deleted: false,
      createdTime: expect.any(Date),
      lastModifiedTime: expect.any(Date),
    },
  ])
  expect(read.errors).toMatchObject([{ id: 'gone' }])
})

test('two fields have no name in common, and only texts have lines', async () => {
  await expect(cases.createField({ domainId, name: 'Title', type: 'Text' })).rejects.toThrow(ConflictException)
  await expect(cases.updateField({ domainId, fieldId: 'summary', name: 'Title' })).rejects.toThrow(ConflictException)
  const attributes = { text: { isMultiline: true } }
  const sent = cases.createField({ domainId, name: 'Weight', type: 'Number', attributes })
  await expect(sent).rejects.toThrow(ValidationException)
})

test('options are put by their value, and listed in order', async () => {
  const { fieldId } = await cases.createField({ domainId, name: 'Size', type: 'SingleSelect' })
  const put = (...options: { name: string; value: string; active: boolean }[]) =>
    cases.batchPutFieldOptions({ domainId, fieldId, options })
  const [small, large] = [option('Small', 's'), option('Large', 'l')]
  await put(small, large)
  await put({ ...small, active: false })
  expect((await cases.listFieldOptions({ domainId, fieldId })).options).toEqual([{ ...small, active: false }, large])
  expect((await cases.listFieldOptions({ domainId, fieldId, values: ['l'] })).options).toEqual([large])
  await expect(cases.batchPutFieldOptions({ domainId, fieldId: 'title', options: [small] })).rejects.toThrow('Text')
})

test('a field has at most 500 options', async () => {
  const { fieldId } = await cases.createField({ domainId, name: 'Street', type: 'SingleSelect' })
  const put = (batch: number) => {
    const options = Array.from({ length: 50 }, (_, index) => option(`Street ${batch}`, `${batch}-${index}`))
    return cases.batchPutFieldOptions({ domainId, fieldId, options })
  }
  for (let batch = 0; batch < 10; batch++) await put(batch)
  await expect(put(10)).rejects.toMatchObject({ name: 'ServiceQuotaExceededException' })
})

test('a layout says which fields are where', async () => {
  const { layouts = [] } = await cases.listLayouts({ domainId })
  expect(layouts).toMatchObject([{ layoutId, name: 'Everything' }])
  const { content } = await cases.getLayout({ domainId, layoutId })
  const [section] = content?.basic?.topPanel?.sections ?? []
  expect(section?.fieldGroup?.fields).toEqual([{ id: 'title' }, { id: 'status' }, { id: 'reference_number' }])
})

test('events are off until they are put on, with fields there are', async () => {
  expect(await cases.getCaseEventConfiguration({ domainId })).toMatchObject({ eventBridge: { enabled: false } })
  const includedData = { caseData: { fields: [{ id: 'title' }] }, relatedItemData: { includeContent: true } }
  await cases.putCaseEventConfiguration({ domainId, eventBridge: { enabled: true, includedData } })
  const { eventBridge } = await cases.getCaseEventConfiguration({ domainId })
  expect(eventBridge).toEqual({ enabled: true, includedData })
  const wrong = { enabled: true, includedData: { caseData: { fields: [{ id: 'gone' }] } } }
  await expect(cases.putCaseEventConfiguration({ domainId, eventBridge: wrong })).rejects.toThrow(
    ResourceNotFoundException,
  )
})

function option(name: string, value: string): { name: string; value: string; active: boolean } {
  return { name, value, active: true }
}
