import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
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

const good = { issuer, audience, agentClaim: 'username', supervisors: null, time: () => time }

function verifierOf(settings: Partial<TokenSettings> = {}, { fetch } = createIssuerSite([ec, rsa])) {
  const keys = createSigningKeys({
    issuer,
    jwksUrl: null,
    fetch,
    cooldownMs: 30_000,
  })
  return createTokenVerifier({ ...good, ...settings, keys })
}

test.each<[string, IssuerKey, JWTPayload, object]>([
  ['by RFC 9068', ec, {}, { typ: 'at+jwt' }],
  ['of an issuer older than that', rsa, {}, { typ: 'JWT' }],
  ['by RFC 9068, with the type in full', ec, {}, { typ: 'Application/AT+JWT' }],
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

/** A key pair for the algorithm; those of RSA are all the same, for one takes long to make. */
async function pairFor(alg: string) {
  if (!/^[RP]S/.test(alg)) return generateKeyPair(alg)
  const forAlg = async (key: CryptoKey) => importJWK({ ...(await exportJWK(key)), alg })
  return { privateKey: await forAlg(rsa.privateKey), publicKey: await forAlg(rsa.publicKey) }
}

test.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])(
  'an issuer may sign with %s',
  async (alg) => {
    const { privateKey, publicKey } = await pairFor(alg)
    const token = await new SignJWT(claims()).setProtectedHeader({ alg }).sign(privateKey)
    const verify = createTokenVerifier({ ...good, keys: async () => publicKey })
    expect(await verify(token)).toMatchObject({ ok: true })
  },
)

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

test.each([
  ['the same claim twice', 'a member twice'],
  ['the same header twice', 'a member twice'],
  ['a logout token', 'not an access token'],
  ['a subject of nothing', 'no subject'],
  ['without the agent’s claim', 'no claim username'],
  ['for another audience', 'ERR_JWT_CLAIM_VALIDATION_FAILED aud'],
  ['expired', 'ERR_JWT_EXPIRED'],
  ['of another’s key by the issuer’s id', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
])('the log says why a token was refused, without a word of it: %s', async (name, reason) => {
  expect(await verifierOf()((await forgeries[name]?.()) ?? '')).toEqual({
    ok: false,
    problem: { kind: 'refused', reason },
  })
})

test('what a token or its key makes fail otherwise is not quoted', async () => {
  const verify = createTokenVerifier({ ...good, keys: () => Promise.reject(new TypeError('ann')) })
  expect(await verify(await sign(ec))).toEqual({ ok: false, problem: { kind: 'refused', reason: 'cannot be read' } })
})

test('the longest subject and name that are taken have 500 characters', async () => {
  const longest = 'x'.repeat(500)
  expect(await verifierOf()(await sign(ec, claims({ sub: longest, username: longest })))).toMatchObject({ ok: true })
})

test('all forgeries together', async () => {
  const verify = verifierOf()
  const verdicts = await Promise.all(Object.values(forgeries).map(async (forge) => verify(await forge())))
  const refused = verdicts.filter(({ ok }) => !ok).length
  console.info(`forged tokens: ${refused} of ${verdicts.length} refused`)
  expect(refused).toBe(verdicts.length)
})

test('where the settings name no supervisors, no group makes one', async () => {
  expect(await verifierOf()(await sign(ec, claims({ groups: ['supervisors'] })))).toMatchObject({
    value: { isSupervisor: false },
  })
})

test.each([
  [['supervisors'], true],
  [['agents', 'supervisors'], true],
  ['supervisors', true],
  ['no supervisors', false],
  [['agents'], false],
  [undefined, false],
  ['all supervisors but me', false],
])('the groups %j make a supervisor: %s', async (groups, isSupervisor) => {
  const verify = verifierOf({ supervisors: { claim: 'groups', value: 'supervisors' } })
  expect(await verify(await sign(ec, claims({ groups })))).toMatchObject({ value: { isSupervisor } })
})
