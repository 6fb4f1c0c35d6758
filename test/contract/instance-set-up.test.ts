import { Connect } from '@aws-sdk/client-connect'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { appIntegrationsOperations } from '../../src/emulator/app-integrations/table.ts'
import { connectOperations } from '../../src/emulator/connect/table.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { fakeAwsEnvironment } from '../support/cases-client.ts'
import { seedOf } from '../support/emulator.ts'
import { awsServicesAt } from '../support/set-up.ts'

const InstanceId = 'an-instance'
const instanceArn = `arn:aws:connect:us-east-1:123456789012:instance/${InstanceId}`
const domainArn = 'arn:aws:cases:us-east-1:123456789012:domain/d'
const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = fakeAwsEnvironment
const seed = seedOf({
  accountId: '123456789012',
  region: 'us-east-1',
  instanceId: InstanceId,
  instanceAlias: 'example',
  securityProfiles: [
    { securityProfileId: 'agents', name: 'Agent', permissions: ['BasicAgentAccess'] },
    { securityProfileId: 'managers', name: 'Manager' },
  ],
  domains: [{ domainId: 'd', name: 'D', templates: [], cases: [], contacts: [] }],
})
const application = {
  Name: 'Contact cases',
  Namespace: 'com.example.cases',
  ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: 'https://cases.example.com/' } },
  Permissions: ['User.Details.View'],
  ApplicationConfig: { ContactHandling: { Scope: 'PER_CONTACT' } },
}
let emulator: Emulator
let connect: Connect
const called = new Set<string | null>()
let appIntegrations: (operation: string, input: object) => Promise<unknown>

beforeAll(async () => {
  emulator = await createEmulator({ seed, quotas: 'off', keys: [{ accessKeyId, secretAccessKey }] })
  const credentials = { accessKeyId, secretAccessKey }
  connect = new Connect({ endpoint: emulator.url, region: seed.region, credentials, maxAttempts: 1 })
  appIntegrations = awsServicesAt(emulator.url).appintegrations
})
beforeEach(() => emulator.reset())
afterEach(() => {
  for (const { operation } of emulator.calls) called.add(operation)
})
afterAll(() => emulator.close())

test('the instance is described, and listed', async () => {
  const instance = { Id: InstanceId, Arn: instanceArn, InstanceAlias: 'example', InstanceStatus: 'ACTIVE' }
  const { Instance } = await connect.describeInstance({ InstanceId })
  expect(Instance).toMatchObject({ ...instance, InstanceAccessUrl: 'https://example.my.connect.aws' })
  expect(Instance?.CreatedTime).toEqual(new Date('2024-01-01T00:00:00Z'))
  expect(await connect.listInstances({})).toMatchObject({ InstanceSummaryList: [instance] })
})

test('an application is registered, read by ARN and by id, listed and changed', async () => {
  const made = await appIntegrations('CreateApplication', application)
  expect(made).toMatchObject({ Arn: expect.stringMatching(/^arn:aws:app-integrations:us-east-1:123456789012:/) })
  const { Arn, Id } = Object(made)
  expect(await appIntegrations('GetApplication', { Arn })).toMatchObject({ ...application, Arn })
  expect(await appIntegrations('GetApplication', { Arn: Id })).toMatchObject({ ...application, Arn })
  const { Name, Namespace } = application
  expect(await appIntegrations('ListApplications', {})).toMatchObject({ Applications: [{ Arn, Name, Namespace }] })
  await appIntegrations('UpdateApplication', { Arn, Permissions: ['*'] })
  expect(await appIntegrations('GetApplication', { Arn })).toMatchObject({ ...application, Permissions: ['*'] })
})

test('an application that is asked for twice with one token is made once', async () => {
  const made = await appIntegrations('CreateApplication', { ...application, ClientToken: 'once' })
  const again = await appIntegrations('CreateApplication', { ...application, ClientToken: 'once' })
  expect(Object(again).Arn).toBe(Object(made).Arn)
})

test.each([
  ['a namespace that is taken', { Name: 'Another' }, 'DuplicateResourceException', 409],
  ['a name that is taken', { Namespace: 'another' }, 'DuplicateResourceException', 409],
  ['a name with other signs', { Name: 'Cases!' }, 'InvalidRequestException', 400],
  ['a scope that there is not', scoped('EVERY_CONTACT'), 'InvalidRequestException', 400],
  ['an empty list of origins', sourced({ ApprovedOrigins: [] }), 'InvalidRequestException', 400],
])('%s is refused by CreateApplication', async (_, wrong, name, httpStatusCode) => {
  await appIntegrations('CreateApplication', application)
  const asked = appIntegrations('CreateApplication', { ...application, ...wrong })
  await expect(asked).rejects.toMatchObject({
    name,
    $metadata: { httpStatusCode },
    message: expect.stringMatching(/\w/),
  })
})

test('applications come in pages', async () => {
  for (let n = 0; n < 51; n++) {
    await appIntegrations('CreateApplication', { ...application, Name: `App ${n}`, Namespace: `app-${n}` })
  }
  const first = Object(await appIntegrations('ListApplications', {}))
  expect(first.Applications).toHaveLength(50)
  const { Applications, NextToken } = Object(await appIntegrations('ListApplications', { NextToken: first.NextToken }))
  expect(Applications).toMatchObject([{ Namespace: 'app-50' }])
  expect(NextToken ?? null).toBeNull()
})

test('an application is associated with the instance once, and no more when that is deleted', async () => {
  const { Arn: IntegrationArn } = Object(await appIntegrations('CreateApplication', application))
  const wanted = { InstanceId, IntegrationType: 'APPLICATION', IntegrationArn } as const
  const { IntegrationAssociationId } = await connect.createIntegrationAssociation(wanted)
  await expect(connect.createIntegrationAssociation(wanted)).rejects.toMatchObject({
    name: 'DuplicateResourceException',
  })
  const list = (IntegrationType?: 'CASES_DOMAIN' | 'APPLICATION') =>
    connect
      .listIntegrationAssociations({ InstanceId, ...(IntegrationType && { IntegrationType }) })
      .then((answer) => answer.IntegrationAssociationSummaryList?.map((one) => one.IntegrationArn))
  expect(await list()).toEqual([domainArn, IntegrationArn])
  expect(await list('CASES_DOMAIN')).toEqual([domainArn])
  await connect.deleteIntegrationAssociation({ InstanceId, IntegrationAssociationId })
  expect(await list('APPLICATION')).toEqual([])
})

test('an update of a security profile replaces what it gives, and leaves the rest', async () => {
  const profile = { InstanceId, SecurityProfileId: 'agents' }
  const listed = async () => ({
    ...(await connect.listSecurityProfilePermissions(profile)),
    ...(await connect.listSecurityProfileApplications(profile)),
  })
  expect(await listed()).toMatchObject({ Permissions: ['BasicAgentAccess'], Applications: [] })
  const one = { Namespace: 'one', ApplicationPermissions: ['ACCESS'] }
  const two = { Namespace: 'two', ApplicationPermissions: ['any-tool'], Type: 'MCP' as const }
  await connect.updateSecurityProfile({ ...profile, Applications: [one, two] })
  expect(await listed()).toMatchObject({ Permissions: ['BasicAgentAccess'], Applications: [one, two] })
  await connect.updateSecurityProfile({ ...profile, Applications: [two], Permissions: [], Description: 'Few' })
  expect(await listed()).toMatchObject({ Permissions: [], Applications: [two] })
  expect(await connect.describeSecurityProfile(profile)).toMatchObject({
    SecurityProfile: { Id: 'agents', SecurityProfileName: 'Agent', Description: 'Few' },
  })
})

test('security profiles come in pages', async () => {
  const first = await connect.listSecurityProfiles({ InstanceId, MaxResults: 1 })
  expect(first.SecurityProfileSummaryList).toMatchObject([{ Id: 'agents', Name: 'Agent' }])
  const { NextToken } = first
  const second = await connect.listSecurityProfiles({ InstanceId, ...(NextToken && { NextToken }) })
  expect(second.SecurityProfileSummaryList).toMatchObject([{ Id: 'managers', Name: 'Manager' }])
  expect(second.NextToken).toBeUndefined()
})

test('an origin is approved once', async () => {
  const wanted = { InstanceId, Origin: 'https://cases.example.com' }
  await connect.associateApprovedOrigin(wanted)
  expect(await connect.listApprovedOrigins({ InstanceId })).toMatchObject({ Origins: [wanted.Origin] })
  await expect(connect.associateApprovedOrigin(wanted)).rejects.toMatchObject({ name: 'ResourceConflictException' })
})

test.each([
  ['an instance', () => connect.describeInstance({ InstanceId: 'x' }), 'ResourceNotFoundException'],
  ['a security profile', () => connect.listSecurityProfileApplications(ofProfile('x')), 'ResourceNotFoundException'],
  ['an application', () => appIntegrations('GetApplication', { Arn: 'x' }), 'ResourceNotFoundException'],
  ['what is associated', () => connect.createIntegrationAssociation(associated('x')), 'ResourceNotFoundException'],
  ['an association', () => connect.deleteIntegrationAssociation(association('x')), 'ResourceNotFoundException'],
  ['a path in an origin', () => connect.associateApprovedOrigin(origin('https://a/b')), 'InvalidParameterException'],
  ['a permission', () => connect.updateSecurityProfile(access('READ')), 'InvalidParameterException'],
  ['a page of 26', () => connect.listApprovedOrigins({ InstanceId, MaxResults: 26 }), 'InvalidParameterException'],
])('%s that there is not, or must not be, is refused', async (_, ask, name) => {
  await expect(ask()).rejects.toMatchObject({ name, message: expect.stringMatching(/\w/) })
})

test('every operation that sets an instance up is called here', () => {
  const others = ['DescribeContact', 'GetCurrentUserData', 'DescribeUser', 'SearchUsers']
  const names = [...connectOperations, ...appIntegrationsOperations].map(({ name }) => name)
  expect([...called].sort()).toEqual(names.filter((name) => !others.includes(name)).sort())
})

function scoped(Scope: string) {
  return { Name: 'Another', Namespace: 'another', ApplicationConfig: { ContactHandling: { Scope } } }
}

function sourced(external: object) {
  const ApplicationSourceConfig = { ExternalUrlConfig: { AccessUrl: 'https://a.example.com', ...external } }
  return { Name: 'Another', Namespace: 'another', ApplicationSourceConfig }
}

function ofProfile(SecurityProfileId: string) {
  return { InstanceId, SecurityProfileId }
}

function access(permission: string) {
  return { ...ofProfile('agents'), Applications: [{ Namespace: 'one', ApplicationPermissions: [permission] }] }
}

function associated(IntegrationArn: string) {
  return { InstanceId, IntegrationType: 'APPLICATION' as const, IntegrationArn }
}

function association(IntegrationAssociationId: string) {
  return { InstanceId, IntegrationAssociationId }
}

function origin(Origin: string) {
  return { InstanceId, Origin }
}
