import { expect, test } from 'vitest'
import { readSettings } from '../env.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/i'
const INSTANCES = JSON.stringify({ [instanceArn]: 'domain' })
const signIn = { OIDC_ISSUER: 'https://issuer.example.com', OIDC_AUDIENCE: 'contact-cases', INSTANCES }
const emulator = { AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:4710' }

test('with sign-in the server may listen anywhere, ask the real services, and use real credentials', () => {
  expect(readSettings({ ...signIn, HOST: '0.0.0.0' })).toMatchObject({
    ok: true,
    value: {
      host: '0.0.0.0',
      credentials: 'sdk',
      connect: { credentials: 'sdk' },
      auth: {
        issuer: 'https://issuer.example.com',
        audience: 'contact-cases',
        jwksUrl: null,
        agentClaim: 'sub',
        agentClaimIs: 'username',
        supervisors: null,
        instances: new Map([[instanceArn, 'domain']]),
      },
    },
  })
})

test('without a setting of sign-in nobody signs in', () => {
  expect(readSettings(emulator)).toMatchObject({ value: { auth: null } })
})

test('all of sign-in can be set, against an emulator too', () => {
  const settings = readSettings({
    ...signIn,
    ...emulator,
    AWS_ENDPOINT_URL_CONNECT: 'http://127.0.0.1:4710',
    OIDC_JWKS_URL: 'http://127.0.0.1:9000/keys',
    OIDC_AGENT_CLAIM: 'connect_user_id',
    OIDC_AGENT_CLAIM_IS: 'userId',
    SUPERVISOR_GROUP: 'groups=a=b',
  })
  expect(settings).toMatchObject({
    value: {
      credentials: 'placeholder',
      connect: { endpoint: 'http://127.0.0.1:4710', credentials: 'placeholder' },
      auth: {
        jwksUrl: 'http://127.0.0.1:9000/keys',
        agentClaim: 'connect_user_id',
        agentClaimIs: 'userId',
        supervisors: { claim: 'groups', value: 'a=b' },
      },
    },
  })
})

test('that the claim is a username may be said outright', () => {
  expect(readSettings({ ...signIn, OIDC_AGENT_CLAIM_IS: 'username' })).toMatchObject({
    value: { auth: { agentClaimIs: 'username' } },
  })
})

test.each(['OIDC_ISSUER', 'OIDC_AUDIENCE', 'INSTANCES'])(
  '%s left out is one line, and not a server for all',
  (name) => {
    expect(readSettings({ ...emulator, ...signIn, [name]: '' })).toMatchObject({
      problem: expect.stringMatching(
        /^[A-Z_]+ is set: OIDC_ISSUER, OIDC_AUDIENCE and INSTANCES must be set together\.$/,
      ),
    })
  },
)

test('a supervisors’ group alone is one line as well', () => {
  expect(readSettings({ ...emulator, SUPERVISOR_GROUP: 'groups=leads' })).toMatchObject({
    problem: expect.stringMatching(/^SUPERVISOR_GROUP is set: /),
  })
})

const url = 'must be an https URL, or an http URL of this machine'
const supervisors = 'must be a claim and its value, such as groups=supervisors'
const instances = 'must be JSON such as {"arn:aws:connect:us-east-1:111122223333:instance/INSTANCE":"DOMAIN"}'

test.each([
  ['OIDC_ISSUER', 'issuer.example.com', url],
  ['OIDC_ISSUER', 'http://issuer.example.com', url],
  ['OIDC_ISSUER', 'ftp://127.0.0.1', url],
  ['OIDC_JWKS_URL', 'http://issuer.example.com/keys', url],
  ['OIDC_AGENT_CLAIM_IS', 'email', 'must be username or userId'],
  ['SUPERVISOR_GROUP', 'supervisors', supervisors],
  ['SUPERVISOR_GROUP', '=groups=supervisors', supervisors],
  ['SUPERVISOR_GROUP', 'groups=', supervisors],
  ['SUPERVISOR_GROUP', 'groups=supervisors\nagents', supervisors],
  ['INSTANCES', '{', instances],
  ['INSTANCES', '{}', instances],
  ['INSTANCES', '{"arn:aws:s3:::bucket":"domain"}', instances],
  ['INSTANCES', `{"${instanceArn}":""}`, instances],
  ['INSTANCES', `{"${instanceArn}":"${'x'.repeat(501)}"}`, instances],
  ['INSTANCES', `{"the ${instanceArn}":"domain"}`, instances],
  ['INSTANCES', `{"${instanceArn}/contact/c":"domain"}`, instances],
  ['INSTANCES', '{"arn:aws:connect:us-east-1:123:instance/i":"domain"}', instances],
  ['AWS_ENDPOINT_URL_CONNECT', 'localhost', 'must be an http or https URL'],
])('%s=%s is one line that says what must be there', (name, value, form) => {
  expect(readSettings({ ...signIn, [name]: value })).toEqual({ ok: false, problem: `${name} ${form}` })
})

test.each([
  'arn:aws-cn:connect:cn-north-1:111122223333:instance/0f5b-1',
  'arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/0f5b_1',
])('the instance may be in any partition: %s', (arn) => {
  expect(readSettings({ ...signIn, INSTANCES: JSON.stringify({ [arn]: 'domain' }) })).toMatchObject({
    value: { auth: { instances: new Map([[arn, 'domain']]) } },
  })
})
