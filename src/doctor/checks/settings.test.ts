import { expect, test } from 'vitest'
import { pageConfigSchema } from '../../contract/page-config.ts'
import { readSettings } from '../../server/env.ts'
import { lookWith } from '../testing/look-with.ts'
import { settingsChecks, settingsFileChecks } from './settings.ts'

const issuer = 'https://issuer.example.com'
const env = {
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: 'contact-cases',
  INSTANCES: '{"arn:aws:connect:us-east-1:111122223333:instance/i":"domain"}',
}
const page = {
  host: 'streams',
  ccpUrl: 'https://acme.my.connect.aws/ccp-v2/',
  region: 'us-east-1',
  domainId: 'domain',
  auth: { issuer, clientId: 'page', resource: 'contact-cases' },
}

function look(id: string, variables: Record<string, string> = {}, changes: object = {}): string {
  const read = readSettings({ ...env, ...variables })
  if (!read.ok) throw new Error(read.problem)
  const facts = pageConfigSchema.parse({ ...page, ...changes })
  return lookWith(settingsChecks, id, { settings: read.value, page: { facts } })
}

test('a variable that the server would not take is its own sentence', () => {
  expect(lookWith(settingsFileChecks, 'settings', { read: readSettings({ PORT: 'http' }) })).toBe(
    'wrong: PORT must be a port number, 0 to 65535.',
  )
  expect(lookWith(settingsFileChecks, 'settings', { read: readSettings(env) })).toBe(
    'good: The server would start with these.',
  )
})

test.each<[Record<string, string>, object, string]>([
  [{}, {}, 'good: Issuer, audience, domain and Region are the same.'],
  [{ OIDC_ISSUER: `${issuer}/` }, {}, 'wrong: OIDC_ISSUER is not auth.issuer.'],
  [{ OIDC_AUDIENCE: 'page' }, {}, 'wrong: OIDC_AUDIENCE is not what auth asks tokens for.'],
  [{}, { domainId: 'another' }, 'wrong: INSTANCES does not name the page’s domainId.'],
  [{ AWS_REGION: 'eu-west-2' }, {}, 'wrong: AWS_REGION is not the page’s region.'],
  [{}, { auth: undefined }, 'wrong: Only the server asks for tokens.'],
])('variables %j beside a page with %j', (variables, changes, said) => {
  expect(look('settings-agree', variables, changes)).toBe(said)
})

test.each([
  ['on', 'good: The server counts on a new account’s quotas.'],
  ['{"GetCase":{"rate":20,"burst":40}}', 'good: The server counts on GetCase 20 a second.'],
  ['off', 'warning: The server does not count its calls, and AWS does.'],
  ['{"GetCase":"off"}', 'warning: The server does not count its calls of GetCase, and AWS does.'],
])('QUOTAS=%s', (QUOTAS, said) => {
  expect(look('quotas', { QUOTAS })).toBe(said)
})
