import { createHmac } from 'node:crypto'
import { exportSPKI, type JWTPayload } from 'jose'
import { type IssuerKey, sign } from './issuer.ts'

interface Forger {
  /** The issuer's own keys, by the ids `ec` and `rsa`. */
  readonly ec: IssuerKey
  readonly rsa: IssuerKey
  /** Another's, that calls itself `ec`. */
  readonly foreign: IssuerKey
  readonly issuer: string
  /** What a good token of Ann says, with these changes; a claim that is undefined is left out. */
  readonly claims: (changes?: Readonly<Record<string, unknown>>) => JWTPayload
  /** What time it is, in seconds since 1970. */
  readonly seconds: number
}

type Forgery = () => Promise<string> | string

/** Tokens that no server may take, each by what is wrong with it. */
export function forgedTokens(forger: Forger): Readonly<Record<string, Forgery>> {
  return { ...badSignatures(forger), ...badClaims(forger), ...otherTokens(forger) }
}

function badSignatures({ ec, rsa, foreign, claims }: Forger): Record<string, Forgery> {
  const good = JSON.stringify(claims())
  return {
    'no signature, alg none': () => `${encode({ alg: 'none' })}.${encode(claims())}.`,
    'alg nOnE': () => `${encode({ alg: 'nOnE', kid: 'ec' })}.${encode(claims())}.`,
    'signed with the public key as a secret': async () =>
      signWithSecret(await exportSPKI(rsa.publicKey), { alg: 'HS256', kid: 'rsa' }, claims()),
    'signed with the key set’s text as a secret': () =>
      signWithSecret(JSON.stringify(rsa.jwk), { alg: 'HS256', kid: 'rsa' }, claims()),
    'signed with nothing as a secret': () => signWithSecret(' ', { alg: 'HS256' }, claims()),
    'of a key that the issuer has not': () => sign(ec, claims(), { kid: 'other' }),
    'of another’s key by the issuer’s id': () => sign(foreign, claims()),
    'of a key that it brings along': () => sign(foreign, claims(), { jwk: foreign.jwk, kid: 'mine' }),
    'of a key that it brings along by the issuer’s id': () => sign(foreign, claims(), { jwk: foreign.jwk }),
    'of a key set elsewhere': () => sign(foreign, claims(), { jku: 'https://evil.example/keys' }),
    'of a certificate elsewhere': () => sign(foreign, claims(), { x5u: 'https://evil.example/cert' }),
    'of another key of the issuer than it says': () => sign(rsa, claims(), { kid: 'ec' }),
    'with an extension that must be understood': () =>
      signText(ec, good, '{"alg":"ES256","kid":"ec","crit":["exp"],"exp":1}'),
    'cut off': async () => (await sign(ec, claims())).slice(0, -8),
    'without its signature': async () => (await sign(ec, claims())).split('.').slice(0, 2).join('.'),
    'with one claim changed': async () =>
      withPart(await sign(ec, claims()), 1, (part) =>
        encode(Buffer.from(part, 'base64url').toString().replace('"ann"', '"bob"')),
      ),
    'with its signature changed': async () =>
      withPart(await sign(ec, claims()), 2, (part) => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)),
    'with an empty signature': async () => withPart(await sign(ec, claims()), 2, () => ''),
  }
}

function badClaims({ ec, issuer, claims, seconds }: Forger): Record<string, Forgery> {
  const good = JSON.stringify(claims())
  return {
    expired: () => sign(ec, claims({ exp: seconds - 60 })),
    'not valid yet': () => sign(ec, claims({ nbf: seconds + 60 })),
    'without an end': () => sign(ec, claims({ exp: undefined })),
    'an end that is a text': () => signText(ec, good.replace(/"exp":(\d+)/, '"exp":"$1"')),
    'of another issuer': () => sign(ec, claims({ iss: 'https://issuer.example.com.evil.example' })),
    'of the issuer with a slash more': () => sign(ec, claims({ iss: `${issuer}/` })),
    'without an issuer': () => sign(ec, claims({ iss: undefined })),
    'for another audience': () => sign(ec, claims({ aud: 'other' })),
    'without an audience': () => sign(ec, claims({ aud: undefined })),
    'without a subject': () => sign(ec, claims({ sub: undefined })),
    'a subject of nothing': () => sign(ec, claims({ sub: '' })),
    'a subject longer than any': () => sign(ec, claims({ sub: 'x'.repeat(501) })),
    'without the agent’s claim': () => sign(ec, claims({ username: undefined })),
    'an agent’s claim that is a list': () => sign(ec, claims({ username: ['ann', 'bob'] })),
    'the same claim twice': () => signText(ec, good.replace('{', '{"username":"bob",')),
    'the same claim twice, once in other letters': () =>
      signText(ec, good.replace('{', String.raw`{"\u0075sername":"bob",`)),
    'the same header twice': () => signText(ec, good, '{"alg":"none","alg":"ES256","kid":"ec"}'),
    'claims that are no object': () => signText(ec, '["ann"]'),
  }
}

function otherTokens({ ec, claims }: Forger): Record<string, Forgery> {
  return {
    'an ID token by its nonce': () => sign(ec, claims({ nonce: 'n' }), { typ: 'JWT' }),
    'an ID token by its hash of an access token': () => sign(ec, claims({ at_hash: 'h' }), { typ: 'JWT' }),
    'an ID token by its hash of a code': () => sign(ec, claims({ c_hash: 'h' }), { typ: 'JWT' }),
    'an ID token of Amazon Cognito': () => sign(ec, claims({ token_use: 'id' }), { typ: undefined }),
    'a logout token': () => sign(ec, claims(), { typ: 'logout+jwt' }),
    'of a type that only begins like an access token’s': () => sign(ec, claims(), { typ: 'at+jwt+x' }),
    'an encrypted token': () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA',
    'no token at all': () => 'a.b.c',
  }
}

/** A token signed with a shared secret: here, with what everybody knows. */
export function signWithSecret(secret: string, header: object, payload: JWTPayload): string {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** A token of the issuer's own whose payload or header is this very text. */
async function signText(ec: IssuerKey, payload: string, header = '{"alg":"ES256","kid":"ec"}'): Promise<string> {
  const text = `${encode(header)}.${encode(payload)}`
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return `${text}.${Buffer.from(await crypto.subtle.sign(algorithm, ec.privateKey, Buffer.from(text))).toString('base64url')}`
}

function withPart(token: string, at: number, change: (part: string) => string): string {
  return token
    .split('.')
    .map((part, index) => (index === at ? change(part) : part))
    .join('.')
}

function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}
