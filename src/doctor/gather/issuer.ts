import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PageAuth } from '../../contract/page-auth.ts'
import type { Ask, Reply } from '../ask.ts'
import { parseJson } from '../parse-json.ts'

/** Of an issuer's discovery document what page and server use (OpenID Connect Discovery 1.0, section 3). */
const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  revocation_endpoint: z.url().optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
})

export type Discovery = z.infer<typeof discoverySchema>

/** What the issuer says of itself. */
export interface Issuer {
  readonly auth: PageAuth
  readonly discovery: Reply
}

/** And what it answers to the page. */
export interface Endpoints {
  readonly auth: PageAuth
  readonly pageOrigin: string
  readonly returnUrl: string
  readonly discovery: Reply
  readonly document: Discovery
  readonly keys: Reply
  /** To a code that it never gave. */
  readonly token: Reply
  /** To a sign-in without a person. */
  readonly authorization: Reply
}

export async function gatherIssuer(ask: Ask, auth: PageAuth, pageOrigin: string): Promise<Issuer> {
  const url = `${auth.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return { auth, discovery: await ask(url, { headers: { origin: pageOrigin } }) }
}

/** The document, where there is one. */
export function documentOf(discovery: Reply): Discovery | null {
  if (discovery.kind === 'silence' || discovery.status !== 200) return null
  return discoverySchema.safeParse(parseJson(discovery.text)).data ?? null
}

// Invented, and of the form that RFC 7636 asks for.
const verifier = 'contact-cases-doctor-has-no-code-to-redeem-here'
const challenge = createHash('sha256').update(verifier).digest('base64url')

export async function gatherEndpoints(
  ask: Ask,
  { auth, discovery }: Issuer,
  document: Discovery,
  pageOrigin: string,
): Promise<Endpoints> {
  const returnUrl = `${pageOrigin}/sign-in.html`
  const client = { client_id: auth.clientId, redirect_uri: returnUrl }
  const code = { grant_type: 'authorization_code', code: 'doctor', code_verifier: verifier }
  const [keys, token, authorization] = await Promise.all([
    ask(document.jwks_uri),
    ask(document.token_endpoint, {
      method: 'POST',
      headers: { origin: pageOrigin },
      body: new URLSearchParams({ ...code, ...client }),
    }),
    ask(withQuery(document.authorization_endpoint, { ...client, ...signInOf(auth) })),
  ])
  return { auth, pageOrigin, returnUrl, discovery, document, keys, token, authorization }
}

function signInOf({ scope, resource, audience }: PageAuth): Record<string, string> {
  return {
    response_type: 'code',
    prompt: 'none',
    scope,
    state: 'doctor',
    nonce: 'doctor',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(resource !== undefined && { resource }),
    ...(audience !== undefined && { audience }),
  }
}

function withQuery(endpoint: string, members: Readonly<Record<string, string>>): string {
  const url = new URL(endpoint)
  for (const [name, value] of Object.entries(members)) url.searchParams.set(name, value)
  return url.href
}
