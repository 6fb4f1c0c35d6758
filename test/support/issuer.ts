import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

/** A key pair of an issuer, and what its key set says of it. */
export interface IssuerKey {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly jwk: JWK
}

export async function createKey(kid: string, alg = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

export const issuer = 'https://issuer.example.com'
export const audience = 'contact-cases'
/** When the tests' tokens are read, in milliseconds. */
export const time = Date.parse('2026-11-24T12:00:00Z')

/** What a good access token says, with these changes; a claim that is undefined is left out. */
export function claims(changes: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const seconds = time / 1000
  return {
    iss: issuer,
    aud: audience,
    sub: 'subject-ann',
    username: 'ann',
    iat: seconds,
    exp: seconds + 300,
    ...changes,
  }
}

/** A token of the issuer's own making. */
export function sign(key: IssuerKey, payload = claims(), header: object = {}): Promise<string> {
  const { kid, alg = 'ES256' } = key.jwk
  return new SignJWT(payload)
    .setProtectedHeader({ alg, typ: 'at+jwt', ...(kid !== undefined && { kid }), ...header })
    .sign(key.privateKey)
}

/** The issuer's discovery document and key set, without a socket; `keys` may change, and `away` may become true. */
export function createIssuerSite(keys: readonly IssuerKey[]) {
  const site = { keys, away: false, document: { issuer, jwks_uri: `${issuer}/keys` }, asked: [] as string[] }
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    site.asked.push(pathname)
    if (site.away) throw new TypeError('fetch failed')
    if (pathname === '/keys') return Response.json({ keys: site.keys.map(({ jwk }) => jwk) })
    return Response.json(site.document)
  }
  return Object.assign(site, { fetch })
}
