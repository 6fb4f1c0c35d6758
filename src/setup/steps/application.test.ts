import { expect, test } from 'vitest'
import type { WorkspaceWishes } from '../wishes.ts'
import { applicationSteps } from './application.ts'
import type { RegisteredApplication } from './registered-application.ts'

const wishes: WorkspaceWishes = {
  host: 'workspace',
  region: 'us-east-1',
  instanceId: 'i',
  domainId: 'd',
  pageUrl: new URL('https://cases.example.com/'),
  namespace: 'com.example.cases',
  name: 'Contact cases',
  securityProfiles: ['Agent'],
  signInOrigins: ['https://login.example.com'],
}
const least = ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View']
const right: RegisteredApplication = {
  Arn: 'arn',
  ApplicationSourceConfig: {
    ExternalUrlConfig: { AccessUrl: 'https://cases.example.com/', ApprovedOrigins: ['https://login.example.com'] },
  },
  Permissions: least,
  ApplicationConfig: { ContactHandling: { Scope: 'PER_CONTACT' } },
}

test('what is right is left alone', () => {
  expect(callsFor(right, true)).toEqual([])
})

test('an application that is not there is registered, and its ARN goes into the association', () => {
  const [register, associate] = callsFor(null, false)
  expect(register).toMatchObject({ operation: 'CreateApplication', gives: { member: 'Arn' } })
  expect(associate).toMatchObject({
    operation: 'CreateIntegrationAssociation',
    input: { InstanceId: 'i', IntegrationType: 'APPLICATION', IntegrationArn: register?.gives?.as },
  })
})

test('a registered application is associated by the ARN it has', () => {
  expect(callsFor(right, false)).toMatchObject([{ input: { IntegrationArn: 'arn' } }])
})

test.each([
  [
    'a scope of all contacts',
    { ApplicationConfig: { ContactHandling: { Scope: 'CROSS_CONTACTS' } } },
    ['ApplicationConfig'],
  ],
  ['no scope', { ApplicationConfig: null }, ['ApplicationConfig']],
  ['a missing permission', { Permissions: ['User.Details.View'] }, ['Permissions']],
  [
    'another place',
    { ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: 'https://old' } } },
    ['ApplicationSourceConfig'],
  ],
])('%s is mended by itself', (_, wrong, members) => {
  const [update, ...more] = callsFor({ ...right, ...wrong }, true)
  expect(update).toMatchObject({ operation: 'UpdateApplication', input: { Arn: 'arn' } })
  expect(Object.keys(update?.input ?? {})).toEqual(['Arn', ...members])
  expect(more).toEqual([])
})

test('permissions and origins that others added stay', () => {
  const external = { AccessUrl: 'https://old', ApprovedOrigins: ['https://sso.example.com'] }
  const [update] = callsFor(
    { ...right, Permissions: ['*', ...least.slice(1)], ApplicationSourceConfig: { ExternalUrlConfig: external } },
    true,
  )
  expect(update?.input).toMatchObject({
    Permissions: ['*', ...least.slice(1), 'User.Details.View'],
    ApplicationSourceConfig: {
      ExternalUrlConfig: {
        AccessUrl: 'https://cases.example.com/',
        ApprovedOrigins: ['https://sso.example.com', 'https://login.example.com'],
      },
    },
  })
})

test('a list of no origins is left out, for the service takes none', () => {
  const [register] = applicationSteps({ ...wishes, signInOrigins: [] }, { application: null, isAssociated: false })
  expect(register?.writes[0]?.input['ApplicationSourceConfig']).toEqual({
    ExternalUrlConfig: { AccessUrl: 'https://cases.example.com/' },
  })
})

function callsFor(application: RegisteredApplication | null, isAssociated: boolean) {
  return applicationSteps(wishes, { application, isAssociated }).flatMap((step) => step.writes)
}
