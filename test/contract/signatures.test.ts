import { Connect } from '@aws-sdk/client-connect'
import type { ConnectCases } from '@aws-sdk/client-connectcases'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { awsConnectCases, hasAwsCli } from '../support/aws-cli.ts'
import { createCasesClient, fakeAwsEnvironment } from '../support/cases-client.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'

const seed = defaultSeed()
const { domainId, contactArn } = contactWithCases(seed, 1)
const secretAccessKey = fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY
const emulator = await createEmulator({
  seed,
  quotas: 'off',
  keys: [
    { accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID, secretAccessKey },
    { accessKeyId: 'LISTONLY', secretAccessKey, permissions: ['cases:ListCasesForContact'] },
    { accessKeyId: 'OLD', secretAccessKey, expired: true },
    { accessKeyId: 'TEMPORARY', secretAccessKey, sessionToken: 'of the session' },
  ],
})
afterAll(() => emulator.close())

test('a request that is signed as it must be is answered', async () => {
  expect((await list()).cases).toHaveLength(1)
})

test.each(['a/b c%d:é+#?', "!'()*~", '..', '%2F', '日本', 'a//b'])(
  'a signature holds for the id %j',
  async (caseId) => {
    const reading = client().getCase({ domainId, caseId, fields: [{ id: 'title' }] })
    await expect(reading).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  },
)

test('a signature holds for a query string, an empty body, and other methods', async () => {
  const cases = client()
  const { templates } = await cases.listTemplates({ domainId, maxResults: 2, status: ['Inactive', 'Active'] })
  expect(templates).toBeDefined()
  await cases.listDomains({})
  await cases.putCaseEventConfiguration({ domainId, eventBridge: { enabled: false } })
  await expect(cases.deleteCase({ domainId, caseId: 'none' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('a key of a session needs its token', async () => {
  const named = { accessKeyId: 'TEMPORARY' }
  expect((await list({ ...named, sessionToken: 'of the session' })).cases).toHaveLength(1)
  await expect(list(named)).rejects.toMatchObject({ name: 'UnrecognizedClientException' })
  await expect(list({ ...named, sessionToken: 'of another' })).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  })
})

test.each([
  ['another secret', { secretAccessKey: 'wrong' }, 'InvalidSignatureException', /^The request signature we calculated/],
  ['a key nobody has', { accessKeyId: 'NOBODY' }, 'UnrecognizedClientException', /security token .* is invalid/],
  ['an expired key', { accessKeyId: 'OLD' }, 'ExpiredTokenException', /security token .* is expired/],
])('%s is refused', async (_, credentials, name, message) => {
  await expect(list(credentials)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(message),
    $metadata: { httpStatusCode: 403 },
  })
})

test.each([
  [{ systemClockOffset: -6 * 60_000 }, /^Signature expired: \w+ is now earlier than \w+ \(\w+ - 5 min\.\)$/],
  [{ systemClockOffset: 6 * 60_000 }, /^Signature not yet current: \w+ is still later than \w+ \(\w+ \+ 5 min\.\)$/],
  [{ region: 'eu-west-2' }, "Credential should be scoped to a valid region, not 'eu-west-2'."],
])('a signature of %j is refused', async (config, message) => {
  const refused = client({}, config).listDomains({})
  await expect(refused).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    message: expect.stringMatching(message),
  })
})

test('a clock that is four minutes off is near enough', async () => {
  await client({}, { systemClockOffset: 4 * 60_000 }).listDomains({})
})

test('a key may do what it is permitted, and what it may not is named', async () => {
  const limited = client({ accessKeyId: 'LISTONLY' })
  expect((await limited.listCasesForContact({ domainId, contactArn })).cases).toHaveLength(1)
  await expect(limited.listTemplates({ domainId })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${seed.accountId}:user/LISTONLY is not authorized to perform: cases:ListTemplates on ` +
      `resource: arn:aws:cases:${seed.region}:${seed.accountId}:domain/${domainId} ` +
      'because no identity-based policy allows the cases:ListTemplates action',
    $metadata: { httpStatusCode: 403 },
  })
})

test('a clock that a fault has skewed is the one that signatures are checked by', async () => {
  onTestFinished(() => emulator.faults.clear())
  emulator.faults.add({ kind: 'clockSkew', byMs: 3_600_000 })
  await expect(client().listDomains({})).rejects.toThrow(/^Signature expired/)
  await client({}, { systemClockOffset: 3_600_000 }).listDomains({})
})

test('service connect is another one, with actions of its own', async () => {
  const asked = { InstanceId: seed.instanceId, UserId: 'nobody' }
  await expect(connect().describeUser(asked)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(connect({ accessKeyId: 'LISTONLY' }).describeUser(asked)).rejects.toThrow(
    'not authorized to perform: connect:DescribeUser',
  )
})

test.each([
  ['no signature', {}, 'MissingAuthenticationTokenException'],
  ['another scheme', { authorization: 'Bearer x', 'x-amz-date': '20250101T000000Z' }, 'IncompleteSignatureException'],
  [
    'no date',
    { authorization: authorizationOf('AKIDEXAMPLE/20250101/us-east-1/cases') },
    'IncompleteSignatureException',
  ],
])('a request with %s is refused', async (_, headers, errorType) => {
  const answer = await fetch(`${emulator.url}/domains-list`, { method: 'POST', headers })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('x-amzn-errortype')).toBe(errorType)
})

test.runIf(hasAwsCli())('the AWS CLI signs as it must be', { timeout: 30_000 }, async () => {
  const answer = await awsConnectCases(emulator.url, 'get-domain', '--domain-id', domainId)
  expect(answer).toMatchObject({ domainId })
})

function authorizationOf(scope: string): string {
  return `AWS4-HMAC-SHA256 Credential=${scope}/aws4_request, SignedHeaders=host, Signature=0`
}

interface Credentials {
  readonly accessKeyId?: string
  readonly secretAccessKey?: string
  readonly sessionToken?: string
}

function list(credentials: Credentials = {}) {
  return client(credentials).listCasesForContact({ domainId, contactArn })
}

function client(named: Credentials = {}, config: { region?: string; systemClockOffset?: number } = {}): ConnectCases {
  return createCasesClient(emulator.url, { credentials: credentials(named), ...config })
}

function connect(named: Credentials = {}): Connect {
  return new Connect({ endpoint: emulator.url, region: seed.region, credentials: credentials(named) })
}

function credentials(named: Credentials) {
  return { accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID, secretAccessKey, ...named }
}
