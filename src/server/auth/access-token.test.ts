import { createHmac } from 'node:crypto'
import { exportSPKI, type JWTPayload } from 'jose'
import { expect, test } from 'vitest'
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

const encode = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

/** A token signed with a shared secret: here, with what everybody knows. */
function signWithSecret(secret: string, header: object): string {
  const text = `${encode(header)}.${encode(claims())}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** A token of the issuer's own whose payload or header is this very text. */
async function signText(payload: string, header = '{"alg":"ES256","kid":"ec"}'): Promise<string> {
  const text = `${encode(header)}.${encode(payload)}`
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return `${text}.${Buffer.from(await crypto.subtle.sign(algorithm, ec.privateKey, Buffer.from(text))).toString('base64url')}`
}

async function withPart(at: number, change: (part: string) => string): Promise<string> {
  const parts = (await sign(ec)).split('.')
  return parts.map((part, index) => (index === at ? change(part) : part)).join('.')
}

const good = JSON.stringify(claims())
const forgeries: Record<string, () => Promise<string> | string> = {
  'no signature, alg none': () => `${encode({ alg: 'none' })}.${encode(claims())}.`,
  'alg nOnE': () => `${encode({ alg: 'nOnE', kid: 'ec' })}.${encode(claims())}.`,
  'signed with the public key as a secret': async () =>
    signWithSecret(await exportSPKI(rsa.publicKey), { alg: 'HS256', kid: 'rsa' }),
  'signed with the key set’s text as a secret': () =>
    signWithSecret(JSON.stringify(rsa.jwk), { alg: 'HS256', kid: 'rsa' }),
  'signed with nothing as a secret': () => signWithSecret(' ', { alg: 'HS256' }),
  expired: () => sign(ec, claims({ exp: seconds - 60 })),
  'not valid yet': () => sign(ec, claims({ nbf: seconds + 60 })),
  'without an end': () => sign(ec, claims({ exp: undefined })),
  'an end that is a text': () => signText(good.replace(/"exp":(\d+)/, '"exp":"$1"')),
  'of another issuer': () => sign(ec, claims({ iss: 'https://issuer.example.com.evil.example' })),
  'of the issuer with a slash more': () => sign(ec, claims({ iss: `${issuer}/` })),
  'without an issuer': () => sign(ec, claims({ iss: undefined })),
  'for another audience': () => sign(ec, claims({ aud: 'other' })),
  'without an audience': () => sign(ec, claims({ aud: undefined })),
  'without a subject': () => sign(ec, claims({ sub: undefined })),
  'a subject of nothing': () => sign(ec, claims({ sub: '' })),
  'without the agent’s claim': () => sign(ec, claims({ username: undefined })),
  'an agent’s claim that is a list': () => sign(ec, claims({ username: ['ann', 'bob'] })),
  'of a key that the issuer has not': () => sign(ec, claims(), { kid: 'other' }),
  'of another’s key by the issuer’s id': () => sign(foreign),
  'of a key that it brings along': () => sign(foreign, claims(), { jwk: foreign.jwk, kid: 'mine' }),
  'of a key that it brings along by the issuer’s id': () => sign(foreign, claims(), { jwk: foreign.jwk }),
  'of a key set elsewhere': () => sign(foreign, claims(), { jku: 'https://evil.example/keys' }),
  'of a certificate elsewhere': () => sign(foreign, claims(), { x5u: 'https://evil.example/cert' }),
  'of another key of the issuer than it says': () => sign(rsa, claims(), { kid: 'ec' }),
  'with an extension that must be understood': () =>
    signText(good, '{"alg":"ES256","kid":"ec","crit":["exp"],"exp":1}'),
  'cut off': async () => (await sign(ec)).slice(0, -8),
  'without its signature': async () => (await sign(ec)).split('.').slice(0, 2).join('.'),
  'with one claim changed': () =>
    withPart(1, (part) => encode(Buffer.from(part, 'base64url').toString().replace('"ann"', '"bob"'))),
  'with its signature changed': () => withPart(2, (part) => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)),
  'with an empty signature': () => withPart(2, () => ''),
  'the same claim twice': () => signText(good.replace('{', '{"username":"bob",')),
  'the same claim twice, once in other letters': () => signText(good.replace('{', String.raw`{"\u0075sername":"bob",`)),
  'the same header twice': () => signText(good, '{"alg":"none","alg":"ES256","kid":"ec"}'),
  'claims that are no object': () => signText('["ann"]'),
  'an ID token by its nonce': () => sign(ec, claims({ nonce: 'n' }), { typ: 'JWT' }),
  'an ID token by its hash of an access token': () => sign(ec, claims({ at_hash: 'h' }), { typ: 'JWT' }),
  'an ID token of Amazon Cognito': () => sign(ec, claims({ token_use: 'id' }), { typ: undefined }),
  'a logout token': () => sign(ec, claims(), { typ: 'logout+jwt' }),
  'an encrypted token': () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA',
  'no token at all': () => 'a.b.c',
}

test.each(Object.entries(forgeries))('a forged token is refused: %s', async (_, forge) => {
  const verdict = await verifierOf()(await forge())
  expect(verdict).toMatchObject({ ok: false, problem: { kind: 'refused' } })
  expect(JSON.stringify(verdict)).not.toMatch(/ann|bob|subject-/)
})

test.each(['none', 'HS256', 'HS512', 'RSA1_5', 'ES256K'])(
  'for the algorithm %s no key is even looked for',
  async (alg) => {
    const site = createIssuerSite([ec, rsa])
    const token = signWithSecret(await exportSPKI(rsa.publicKey), { alg, kid: 'rsa' })
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
