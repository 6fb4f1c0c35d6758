import {
  GetDomainCommand,
  GetTemplateCommand,
  ListDomainsCommand,
  ListTemplatesCommand,
  paginateListDomains,
  paginateListTemplates,
  ResourceNotFoundException,
  type TemplateStatus,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { expect, test } from 'vitest'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'

const { url, seed } = await contractTarget()
const client = createCasesClient(url)
const [domain] = seed.domains
const domainId = domain?.domainId
const active = domain?.templates.filter((template) => template.status === 'Active')
const inactive = domain?.templates.filter((template) => template.status === 'Inactive')
const deleted = domain?.templates.find((template) => template.status === 'Deleted')

test.each([
  ['no status', undefined, [...(active ?? []), ...(inactive ?? [])]],
  ['Active', ['Active'], active],
  ['Inactive', ['Inactive'], inactive],
  ['both', ['Active', 'Inactive'], [...(active ?? []), ...(inactive ?? [])]],
] satisfies [string, TemplateStatus[] | undefined, unknown][])(
  'ListTemplates with %s lists those, and never a deleted one',
  async (_, status, expected) => {
    const { templates } = await client.send(new ListTemplatesCommand({ domainId, status }))
    expect(templates).toMatchObject(expected ?? [])
    expect(templates).toHaveLength(expected?.length ?? 0)
  },
)

test('ListTemplates pages through its templates', async () => {
  const sizes: unknown[] = []
  for await (const page of paginateListTemplates({ client, pageSize: 4 }, { domainId })) {
    sizes.push(page.templates?.length)
  }
  expect(sizes).toEqual([4, 2])
})

test("ListTemplates refuses another filter's token", async () => {
  const { nextToken } = await client.send(new ListTemplatesCommand({ domainId, maxResults: 1 }))
  await expect(client.send(new ListTemplatesCommand({ domainId, status: ['Active'], nextToken }))).rejects.toThrow(
    ValidationException,
  )
})

test.each([
  ['a maxResults of 101', { maxResults: 101 }],
  ['a maxResults of 0', { maxResults: 0 }],
  ['an empty domainId', { domainId: '' }],
  ['3 statuses', { status: ['Active', 'Inactive', 'Active'] satisfies TemplateStatus[] }],
])('ListTemplates refuses %s', async (_, wrong) => {
  const sent = client.send(new ListTemplatesCommand({ domainId, ...wrong }))
  await expect(sent).rejects.toThrow(ValidationException)
  await expect(sent).rejects.toThrow(Object.keys(wrong).join())
})

test('GetTemplate reads a template, with its times', async () => {
  const template = active?.[0]
  const found = await client.send(new GetTemplateCommand({ domainId, templateId: template?.templateId }))
  expect(found).toMatchObject({ ...template, deleted: false })
  expect(found.templateArn).toBe(`${domainArn()}/template/${template?.templateId}`)
  expect(found.createdTime).toBeInstanceOf(Date)
})

test('GetTemplate still reads a deleted template, and says that it is deleted', async () => {
  const found = await client.send(new GetTemplateCommand({ domainId, templateId: deleted?.templateId }))
  expect(found).toMatchObject({ name: deleted?.name, deleted: true })
})

test('GetTemplate says which template was not found', async () => {
  const error = await client.send(new GetTemplateCommand({ domainId, templateId: 'gone' })).catch((it: unknown) => it)
  expect(error).toBeInstanceOf(ResourceNotFoundException)
  expect(error).toMatchObject({ resourceId: 'gone', resourceType: 'Template' })
})

test('GetTemplate refuses an id of 501 characters', async () => {
  const sent = client.send(new GetTemplateCommand({ domainId, templateId: 't'.repeat(501) }))
  await expect(sent).rejects.toThrow(ValidationException)
})

test('GetDomain describes a domain', async () => {
  const found = await client.send(new GetDomainCommand({ domainId }))
  expect(found).toMatchObject({ domainId, domainArn: domainArn(), name: domain?.name, domainStatus: 'Active' })
  expect(found.createdTime).toBeInstanceOf(Date)
})

test('every operation of a domain says that it was not found', async () => {
  const domainId = 'elsewhere'
  await expect(client.send(new GetDomainCommand({ domainId }))).rejects.toThrow(ResourceNotFoundException)
  await expect(client.send(new ListTemplatesCommand({ domainId }))).rejects.toThrow(ResourceNotFoundException)
  const template = new GetTemplateCommand({ domainId, templateId: deleted?.templateId })
  await expect(client.send(template)).rejects.toThrow(ResourceNotFoundException)
})

test('GetDomain refuses an empty id', async () => {
  await expect(client.send(new GetDomainCommand({ domainId: '' }))).rejects.toThrow(ValidationException)
})

test('ListDomains lists the domains', async () => {
  const domains: unknown[] = []
  for await (const page of paginateListDomains({ client }, {})) domains.push(...(page.domains ?? []))
  expect(domains).toEqual([{ domainId, domainArn: domainArn(), name: domain?.name }])
})

test('ListDomains gives at most 10 a page, and takes no made-up token', async () => {
  await expect(client.send(new ListDomainsCommand({ maxResults: 11 }))).rejects.toThrow(ValidationException)
  await expect(client.send(new ListDomainsCommand({ nextToken: 'made up' }))).rejects.toThrow(ValidationException)
})

function domainArn(): string {
  return `arn:aws:cases:${seed.region}:${seed.accountId}:domain/${domainId}`
}
