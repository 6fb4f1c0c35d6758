import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { pageConfigSchema } from '../../src/contract/page-config.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import type { FaultInput } from '../../src/emulator/switches/fault.ts'
import type { Wishes } from '../../src/setup/wishes.ts'
import { fakeAwsEnvironment } from '../support/cases-client.ts'
import { seedOf } from '../support/emulator.ts'
import { awsServicesAt, setUpAt, stateOf } from '../support/set-up.ts'

const instanceId = 'an-instance'
const domain = { name: 'D', templates: [], cases: [], contacts: [] }
const seed = seedOf({
  ...{ accountId: '123456789012', region: 'us-east-1', instanceId, instanceAlias: 'example' },
  securityProfiles: [{ securityProfileId: 'agents', name: 'Agent' }],
  domains: [
    { ...domain, domainId: 'd' },
    { ...domain, domainId: 'other' },
  ],
})
const everyHost = { region: 'us-east-1', instanceId, domainId: 'd', pageUrl: new URL('https://cases.example.com/') }
const workspace = {
  ...{ ...everyHost, host: 'workspace', namespace: 'com.example.cases', name: 'Contact cases' },
  ...{ securityProfiles: ['Agent'], signInOrigins: ['https://login.example.com'] },
} as const satisfies Wishes
const streams: Wishes = { ...everyHost, host: 'streams' }
const frame: Wishes = { ...everyHost, host: 'frame', embedders: ['https://desktop.example.com'] }
const writing = /^(Create|Update|Put|Associate)/
let emulator: Emulator

beforeAll(async () => {
  emulator = await createEmulator({ seed, quotas: 'off' })
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.close())

test.each([workspace, streams, frame])(
  'a second run for $host makes no writing call, and says that all is so',
  async (wishes) => {
    await setUp(wishes)
    const after = await state()
    expect(writes()).not.toEqual([])
    const calls = emulator.calls.length
    const { result, said } = await setUp(wishes)
    expect(result.ok).toBe(true)
    expect(emulator.calls.slice(calls).filter(({ operation }) => writing.test(operation ?? ''))).toEqual([])
    expect(said.filter((line) => line.startsWith('To do'))).toEqual([])
    expect(await state()).toEqual(after)
  },
)

test('the workspace gets the least permissions, one frame for each contact, and access for agents', async () => {
  await setUp(workspace)
  expect(await state()).toMatchObject({
    applications: [
      {
        namespace: 'com.example.cases',
        content: {
          ApplicationSourceConfig: {
            ExternalUrlConfig: {
              AccessUrl: 'https://cases.example.com/',
              ApprovedOrigins: ['https://login.example.com'],
            },
          },
          Permissions: ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View'],
          ApplicationConfig: { ContactHandling: { Scope: 'PER_CONTACT' } },
        },
      },
    ],
    associations: [{}, {}, { integrationType: 'APPLICATION' }],
    securityProfiles: [{ applications: [{ Namespace: 'com.example.cases', ApplicationPermissions: ['ACCESS'] }] }],
    approvedOrigins: [],
    eventConfigurations: { d: { enabled: true, includedData: { relatedItemData: { includeContent: true } } } },
  })
})

test('a page that frames the softphone is approved by its origin, and nothing is registered', async () => {
  await setUp({ ...streams, pageUrl: new URL('https://cases.example.com/desk/') })
  expect(await state()).toMatchObject({ approvedOrigins: ['https://cases.example.com'], applications: [] })
})

test('what others gave a security profile and the events stays', async () => {
  const { connect, connectcases } = awsServicesAt(emulator.url)
  const tool = { Namespace: 'tools', ApplicationPermissions: ['a-tool'], Type: 'MCP' }
  await connect('UpdateSecurityProfile', { InstanceId: instanceId, SecurityProfileId: 'agents', Applications: [tool] })
  const caseData = { fields: [{ id: 'status' }] }
  await connectcases('PutCaseEventConfiguration', {
    domainId: 'd',
    eventBridge: { enabled: false, includedData: { caseData } },
  })
  await setUp(workspace)
  expect(await state()).toMatchObject({
    securityProfiles: [{ applications: [tool, { Namespace: 'com.example.cases' }] }],
    eventConfigurations: { d: { enabled: true, includedData: { caseData } } },
  })
})

test('a dry run, and a person who says no, change nothing', async () => {
  const before = await state()
  const dry = await setUpAt(emulator.url, workspace, { isDryRun: true, goesOn: false })
  expect(dry.script.split(' &&\n')).toHaveLength(4)
  expect(await setUpAt(emulator.url, workspace, { goesOn: false })).toMatchObject({
    result: { ok: false, message: 'Nothing was changed.' },
  })
  expect(writes()).toEqual([])
  expect(await state()).toEqual(before)
})

test('every call is shown before it is made', async () => {
  const { said } = await setUp(workspace)
  const shown = said.flatMap((line) => line.match(/aws \w+ ([a-z-]+) --region/)?.[1] ?? [])
  expect(shown).toEqual(
    emulator.calls.map(({ operation }) =>
      operation?.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    ),
  )
})

test.each([
  ['accessDenied', /^You may not call (\S+): let the policy/],
  ['throttled', /^(\S+) was called too often in this account: wait a minute/],
  ['serverError', /^(\S+) failed at AWS: try again/],
  ['expiredCredentials', /^AWS does not take your credentials: sign in/],
  ['unavailable', /^(\S+) failed at AWS: try again/],
] satisfies [FaultInput['kind'], RegExp][])(
  'after %s at any write, another run does the rest',
  async (kind, sentence) => {
    await setUp(workspace)
    const whole = await state()
    for (const operation of writes()) {
      await emulator.reset()
      emulator.faults.add({ kind, operation })
      const { result } = await setUp(workspace)
      expect(result).toMatchObject({ ok: false, message: expect.stringMatching(sentence) })
      expect(result).toMatchObject({ message: expect.stringMatching(/Run this again for the rest\.$/) })
      emulator.faults.clear()
      expect((await setUp(workspace)).result.ok).toBe(true)
      expect(await state()).toEqual(whole)
    }
  },
)

test('after an answer that was cut off, when nobody knows whether the write was done, another run does the rest', async () => {
  await setUp(workspace)
  const whole = await state()
  for (const operation of writes()) {
    await emulator.reset()
    emulator.faults.add({ kind: 'reset', operation })
    expect((await setUp(workspace)).result).toMatchObject({
      ok: false,
      message: expect.stringMatching(/ does not answer: check the Region/),
    })
    emulator.faults.clear()
    expect((await setUp(workspace)).result.ok).toBe(true)
    expect(await state()).toEqual(whole)
  }
})

test('after a kill in the middle of a write, another run does the rest', { timeout: 30_000 }, async () => {
  await setUp(workspace)
  const whole = await state()
  await emulator.reset()
  emulator.faults.add({ kind: 'hang', operation: 'UpdateSecurityProfile' })
  const options = ['--host', 'workspace', '--instance', instanceId, '--domain', 'd', '--url', workspace.pageUrl.href]
  const ofWorkspace = ['--namespace', workspace.namespace, '--security-profile', 'Agent', '--yes']
  const signIn = ['--sign-in-origin', ...workspace.signInOrigins]
  const env = { ...fakeAwsEnvironment, PATH: process.env['PATH'], AWS_ENDPOINT_URL: emulator.url }
  const command = ['--import', 'tsx', 'src/bin.ts', 'setup', ...options, ...ofWorkspace, ...signIn]
  const child = spawn(process.execPath, command, { env, stdio: 'ignore' })
  await vi.waitFor(() => expect(writes()).toContain('UpdateSecurityProfile'), { timeout: 20_000 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await state()).not.toEqual(whole)
  emulator.faults.clear()
  expect((await setUp(workspace)).result.ok).toBe(true)
  expect(await state()).toEqual(whole)
})

test.each([
  ['an instance that is not there', { instanceId: 'x' }, /^connect:DescribeInstance did not find .*: check the ids/],
  ['a domain that is not there', { domainId: 'x' }, /^cases:GetDomain did not find/],
  [
    'a security profile that is not there',
    { securityProfiles: ['Agents'] },
    /^There is no security profile "Agents" in this instance: it has Agent/,
  ],
])('%s is one sentence, and nothing is changed', async (_, wrong, sentence) => {
  const { result } = await setUp({ ...workspace, ...wrong })
  expect(result).toMatchObject({ ok: false, message: expect.stringMatching(sentence) })
  expect(result).toMatchObject({ message: expect.stringMatching(/\nNothing was changed\.$/) })
  expect(writes()).toEqual([])
})

test('a domain that is not the instance’s is said with those that are', async () => {
  const { connect } = awsServicesAt(emulator.url)
  const { IntegrationAssociationSummaryList } = Object(
    await connect('ListIntegrationAssociations', { InstanceId: instanceId }),
  )
  const [{ IntegrationAssociationId }] = IntegrationAssociationSummaryList
  await fetch(`${emulator.url}/instance/${instanceId}/integration-associations/${IntegrationAssociationId}`, {
    method: 'DELETE',
  })
  const { result } = await setUp(streams)
  expect(result).toMatchObject({
    message: expect.stringMatching(/^The Cases domain d is not the instance's, it has other:/),
  })
})

test('a security profile that is full is said before anything is done', async () => {
  const { connect } = awsServicesAt(emulator.url)
  const Applications = Array.from({ length: 10 }, (_, n) => ({
    Namespace: `app-${n}`,
    ApplicationPermissions: ['ACCESS'],
  }))
  await connect('UpdateSecurityProfile', { InstanceId: instanceId, SecurityProfileId: 'agents', Applications })
  const { result } = await setUp(workspace)
  expect(result).toMatchObject({ message: expect.stringMatching(/^The security profile Agent opens 10 applications/) })
  expect(writes()).toEqual(['UpdateSecurityProfile'])
})

test('a page of a proxy in the place of an answer is one sentence', async () => {
  emulator.faults.add({ kind: 'html', operation: 'DescribeInstance' })
  const { result } = await setUp(streams)
  expect(result).toMatchObject({
    message: expect.stringMatching(/^connect does not answer: check the Region, the net/),
  })
})

test('an answer without what it must have is one sentence', async () => {
  emulator.faults.add({ kind: 'missingMembers', operation: 'DescribeInstance' })
  const { result } = await setUp(streams)
  expect(result).toMatchObject({ message: expect.stringMatching(/^connect:DescribeInstance answered something else/) })
})

test('a service that is away is one sentence', async () => {
  const { result } = await setUpAt('http://127.0.0.1:9', streams)
  expect(result).toMatchObject({ message: expect.stringMatching(/^connect does not answer: .*ECONNREFUSED/) })
})

test('what is left for a person fits the host', async () => {
  const lines = async (wishes: Wishes) => (await setUp(wishes)).said.map((line) => line.trim())
  const inWorkspace = await lines(workspace)
  expect(inWorkspace).toContain('{"host":"workspace","region":"us-east-1","domainId":"d"}')
  expect(inWorkspace).toContain('FRAME_ANCESTORS=https://example.my.connect.aws')
  expect(inWorkspace).toContain('INSTANCES={"arn:aws:connect:us-east-1:123456789012:instance/an-instance":"d"}')
  const alone = await lines(streams)
  expect(alone).toContain(
    '{"host":"streams","ccpUrl":"https://example.my.connect.aws/ccp-v2/","region":"us-east-1","domainId":"d"}',
  )
  expect(pageConfigSchema.safeParse(JSON.parse(alone.find((line) => line.startsWith('{')) ?? '')).success).toBe(true)
  expect(alone.filter((line) => line.startsWith('FRAME_ANCESTORS'))).toEqual([])
  expect(await lines(frame)).toContain('FRAME_ANCESTORS=https://desktop.example.com')
})

function setUp(wishes: Wishes) {
  return setUpAt(emulator.url, wishes)
}

function state() {
  return stateOf(emulator.url)
}

/** The writing operations that were called, in order. */
function writes(): string[] {
  return emulator.calls.flatMap(({ operation }) => (operation !== null && writing.test(operation) ? [operation] : []))
}
