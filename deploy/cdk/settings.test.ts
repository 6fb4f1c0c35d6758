import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDeploymentSettings } from './settings.ts'
import { settingsFile } from './settings-file.ts'

const example: Record<string, unknown> = JSON.parse(readFileSync('deploy/examples/fargate.json', 'utf8'))

function problemOf(changes: Record<string, unknown>) {
  const settings = parseDeploymentSettings(JSON.stringify({ ...example, ...changes }))
  return settings.ok ? null : settings.problem
}

test.each(['fargate', 'lambda'])('the example for %s is right', (name) => {
  expect(parseDeploymentSettings(readFileSync(`deploy/examples/${name}.json`, 'utf8'))).toMatchObject({ ok: true })
})

test('the page is told the instance’s Region and the domain without their being written twice', () => {
  const settings = parseDeploymentSettings(JSON.stringify(example))
  expect(settings).toMatchObject({ ok: true, value: { page: { region: 'eu-central-1', apiBaseUrl: '/api' } } })
  expect(settings).toMatchObject({ ok: true, value: { page: { domainId: example['casesDomainId'] } } })
})

test('what is not JSON is said', () => {
  expect(parseDeploymentSettings('{')).toMatchObject({ ok: false, problem: expect.stringMatching(/^the file: /) })
})

test.each([
  ['a misspelt member', { domain: 'x' }, /domain/],
  ['a host name with a scheme', { domainName: 'https://x.example' }, /^domainName: must be a host name/],
  [
    'a certificate that CloudFront cannot use',
    { certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/x' },
    /us-east-1/,
  ],
  ['an instance without its Region', { instanceArn: 'instance/x' }, /^instanceArn: must be an ARN/],
  ['a setting that the page does not know', { page: { host: 'workspace', ccp: 'x' } }, /^page\..+ccp/],
  [
    'a desktop that is registered with the agent workspace',
    { page: { host: 'streams', ccpUrl: 'https://example.my.connect.aws/ccp-v2/' } },
    /^agentWorkspace is for a page/,
  ],
  [
    'a page of the agent workspace that it may not frame',
    { page: { host: 'workspace' }, server: { ...Object(example['server']), FRAME_ANCESTORS: "'self'" } },
    /^server: FRAME_ANCESTORS must name the agent workspace/,
  ],
  ['a setting that the server does not take', { server: { OIDC_ISSUER: 'ftp://x' } }, /^server: OIDC_ISSUER must be/],
  ['a deployment without sign-in', { server: {} }, /^server: INSTANCES is set/],
  [
    'a variable that the deployment sets',
    { server: { INSTANCES: '{}' } },
    /^server.INSTANCES is set by the deployment/,
  ],
  [
    'several tasks without a store',
    { backend: { kind: 'fargate', store: 'memory' } },
    /^backend.store: must be valkey/,
  ],
  [
    'a store without keys',
    { backend: { kind: 'fargate', tasks: 1 }, sealKeysSecretArn: undefined },
    /^sealKeysSecretArn: must be there/,
  ],
  ['keys for a function', { backend: { kind: 'lambda' } }, /^sealKeysSecretArn: is for Fargate/],
  ['days that CloudWatch does not know', { logRetentionDays: 2 }, /^logRetentionDays: must be one of/],
])('%s is one line that names it', (_, changes, line) => {
  expect(problemOf(changes)).toMatch(line)
  expect(problemOf(changes)).not.toContain('\n')
})

test('the deployment’s page lists every member', () => {
  const readme = readFileSync('deploy/README.md', 'utf8')
  const table = readme.slice(readme.indexOf('| Member | Meaning |')).split('\n\n')[0] ?? ''
  const listed = table
    .split('\n')
    .slice(2)
    .flatMap((row) => row.split('|')[1]?.match(/\w+/g) ?? [])
  expect(listed).toEqual(Object.keys(settingsFile.shape))
})
