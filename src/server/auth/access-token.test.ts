import { exportSPKI, type JWTPayload } from 'jose'
import { expect, test } from 'vitest'
import { forgedTokens, signWithSecret } from '../../../test/support/forged-tokens.ts'
import {
  audience,
  claims,
  createIssuerSite,
  createKey,
  type IssuerKey,
  issuer,
  sign,
  time,
} from '../../../test/support/issuer.ts'
import { createTokenVerifier, type TokenSettings } from './access-token.ts'
import { createSigningKeys } from './signing-keys.ts'

const [ec, rsa, foreign] = await Promise.all([createKey('ec'), createKey('rsa', 'RS256'), createKey('ec')])
const seconds = time / 1000

function verifierOf(settings: Partial<TokenSettings> = {}, { fetch } = createIssuerSite([ec, rsa])) {
  const keys = createSigningKeys({
    issuer,
    jwksUrl: null,
    fetch,
    cooldownMs: 30_000,
  })
  return createTokenVerifier({
    ...{ issuer, audience, agentClaim: 'username', supervisors: null, ...settings },
    keys,
    time: () => time,
  })
}

test.each<[string, IssuerKey, JWTPayload, object]>([
  ['by RFC 9068', ec, {}, { typ: 'at+jwt' }],
  ['of an issuer older than that', rsa, {}, { typ: 'JWT' }],
  ['without a type', rsa, {}, { typ: undefined }],
  ['of Amazon Cognito', rsa, { token_use: 'access' }, { typ: undefined }],
  ['for several audiences', ec, { aud: ['other', audience] }, {}],
  ['that ended a moment ago by another clock', ec, { exp: seconds - 3 }, {}],
])('an access token %s says whose it is', async (_, key, changes, header) => {
  expect(await verifierOf()(await sign(key, claims(changes), header))).toEqual({
    ok: true,
    value: { kind: 'agent', issuer, subject: 'subject-ann', user: 'ann', isSupervisor: false },
  })
})

const forgeries = forgedTokens({ ec, rsa, foreign, issuer, claims, seconds })

test.each(Object.entries(forgeries))('a forged token is refused: %s', async (_, forge) => {
  const verdict = await verifierOf()(await forge())
  expect(verdict).toMatchObject({ ok: false, problem: { kind: 'refused' } })
  expect(JSON.stringify(verdict)).not.toMatch(/ann|bob|subject-/)
})

test.each(['none', 'HS256', 'HS512', 'RSA1_5', 'ES256K'])(
  'for the algorithm %s no key is even looked for',
  async (alg) => {
    const site = createIssuerSite([ec, rsa])
    const token = signWithSecret(await exportSPKI(rsa.publicKey), { alg, kid: 'rsa' }, claims())
    expect(await verifierOf({}, site)(token)).toMatchObject({ ok: false })
    expect(site.asked).toEqual([])
  },
)

test('all forgeries together', async () => {
  const verify = verifierOf()
  const verdicts = await Promise.all(Object.values(forgeries).map(async (forge) => verify(await forge())))
  const refused = verdicts.filter(({ ok }) => !ok).length
  console.info(`forged tokens: ${refused} of ${verdicts.length} refused`)
  expect(refused).toBe(verdicts.length)
})

test.each([
  [['supervisors'], true],
  [['agents', 'supervisors'], true],
  ['supervisors', true],
  ['no supervisors', false],
  [['agents'], false],
  [undefined, false],
])('the groups %j make a supervisor: %s', async (groups, isSupervisor) => {
  const verify = verifierOf({ supervisors: { claim: 'groups', value: 'supervisors' } })
  expect(await verify(await sign(ec, claims({ groups })))).toMatchObject({ value: { isSupervisor } })
})
