import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instanceChecks } from '../../src/doctor/checks/instance.ts'
import { askInstance } from '../../src/doctor/gather/instance.ts'
import { lookWith } from '../../src/doctor/testing/look-with.ts'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { Wishes } from '../../src/setup/wishes.ts'
import { fakeAwsEnvironment } from '../support/cases-client.ts'
import { startEmulator } from '../support/emulator.ts'
import { awsServicesAt, setUpAt, stateOf } from '../support/set-up.ts'

const instanceId = 'd1784030-35c9-48c4-a68d-c8f46a423cf9'
const page = 'https://cases.example.com'
const everyHost = { region: 'us-east-1', instanceId, domainId: 'af5d8bb0-9f2e-4ea4-b658-90e0f94855d0' }
const pageUrl = new URL(`${page}/?a=1`)
const streams: Wishes = { ...everyHost, pageUrl, host: 'streams' }
const workspace: Wishes = {
  ...{ ...everyHost, pageUrl, host: 'workspace', namespace: 'com.example.cases', name: 'Cases' },
  ...{ securityProfiles: ['Agent'], signInOrigins: [] },
}

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  emulator.faults.clear()
})
afterAll(() => emulator.close())

/** What the doctor says of the check that is this host's, as `outcome: sentence`. */
async function said(host: 'streams' | 'workspace'): Promise<string> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = fakeAwsEnvironment
  const aws = { endpoint: emulator.url, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 }
  const facts = await askInstance({ host, region: 'us-east-1', instanceId, page }, aws)
  return lookWith(instanceChecks, host === 'streams' ? 'approved-origin' : 'application', facts)
}

/** The application that was set up, changed in this way. */
async function update(changes: object): Promise<void> {
  const { appintegrations } = awsServicesAt(emulator.url)
  const listed = Object(await appintegrations('ListApplications', {}))
  await appintegrations('UpdateApplication', { Arn: listed.Applications[0].Arn, ...changes })
}

test('what set-up has done is good, in either host', async () => {
  await setUpAt(emulator.url, streams)
  expect(await said('streams')).toBe('good: https://cases.example.com is an approved origin of the instance.')
  await setUpAt(emulator.url, workspace)
  expect(await said('workspace')).toBe('good: The application is the instance’s, and opened for each contact.')
})

test('where nothing was set up, the page is named', async () => {
  expect(await said('streams')).toBe('wrong: https://cases.example.com is no approved origin of the instance.')
  expect(await said('workspace')).toBe('wrong: No application is registered at https://cases.example.com.')
})

test.each<[string, object, string]>([
  [
    'at another place',
    { ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: 'https://old.example.com/' } } },
    'wrong: No application is registered at https://cases.example.com.',
  ],
  [
    'for all contacts',
    { ApplicationConfig: { ContactHandling: { Scope: 'CROSS_CONTACTS' } } },
    'wrong: The application is opened once for all contacts, and not for each.',
  ],
  [
    'without what it must be allowed',
    { Permissions: ['User.Configuration.View'] },
    'wrong: The application lacks the permission User.Details.View and Contact.Details.View.',
  ],
  [
    'without the agent’s language',
    { Permissions: ['User.Details.View', 'Contact.Details.View'] },
    'warning: The application lacks the permission User.Configuration.View.',
  ],
  ['for everything', { Permissions: ['*'] }, 'good: The application is the instance’s, and opened for each contact.'],
])('an application that is registered %s is told', async (_, changes, sentence) => {
  await setUpAt(emulator.url, workspace)
  await update(changes)
  expect(await said('workspace')).toBe(sentence)
})

test('an application of the account that is not the instance’s is told', async () => {
  const { appintegrations } = awsServicesAt(emulator.url)
  await appintegrations('CreateApplication', {
    ...{ Name: 'Cases', Namespace: 'any' },
    ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: pageUrl.href } },
  })
  expect(await said('workspace')).toBe('wrong: The application is not the instance’s.')
})

test('who may not look hears what to allow, and nothing is held against the deployment', async () => {
  emulator.faults.add({ kind: 'accessDenied', operation: 'ListApprovedOrigins' })
  emulator.faults.add({ kind: 'accessDenied', operation: 'ListApplications' })
  expect(await said('streams')).toMatch(/^skipped: You may not call connect:ListApprovedOrigins: let the policy /)
  expect(await said('workspace')).toMatch(/^skipped: You may not call app-integrations:ListApplications: let the /)
})

test('looking changes nothing', async () => {
  await setUpAt(emulator.url, workspace)
  const before = await stateOf(emulator.url)
  await said('workspace')
  expect(await stateOf(emulator.url)).toEqual(before)
})
