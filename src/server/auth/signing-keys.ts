import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { fieldErrors } from '../failure.ts'
import { isSecureUrl } from './auth-settings.ts'

/** The issuer's keys could not be had, so nothing can be said about the token. The message is in our own words. */
export class KeysUnavailable extends Error {}

interface SigningKeysSettings {
  readonly issuer: string
  /** null: what the issuer's discovery document names. */
  readonly jwksUrl: string | null
  readonly fetch: typeof fetch
  /** How long no key set is read again for a key that the last one did not have. */
  readonly cooldownMs: number
  /** The set was read, and may have lost keys. */
  readonly onRead?: () => void
}

const deadlineMs = 5_000
// A key that the issuer withdraws is good for so long.
const keepMs = 600_000

const discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.string().refine(isSecureUrl, 'must be https'),
})

/**
 * The issuer's key for a token. The set of keys is read when it is first needed, every ten minutes, and when a token
 * names a key that is not in it: that is how a rotation shows.
 */
export function createSigningKeys(settings: SigningKeysSettings): JWTVerifyGetKey {
  const { issuer, jwksUrl, fetch, cooldownMs, onRead = () => {} } = settings
  const keySetAt = (url: string) =>
    createRemoteJWKSet(new URL(url), {
      cooldownDuration: cooldownMs,
      cacheMaxAge: keepMs,
      timeoutDuration: deadlineMs,
      async [customFetch](...request) {
        const answer = await fetch(...request)
        onRead()
        return answer
      },
    })
  let keySet: Promise<JWTVerifyGetKey> | undefined
  const find = async () => keySetAt(jwksUrl ?? (await discover(issuer, fetch)))

  return async (header, token) => {
    try {
      keySet ??= find()
      const keyOf = await keySet.catch((error: unknown) => {
        keySet = undefined // asked again with the next token
        throw error
      })
      return await keyOf(header, token)
    } catch (error) {
      if (isAboutToken(error) || error instanceof KeysUnavailable) throw error
      throw new KeysUnavailable(`no keys: ${error instanceof Error ? error.name : 'no error'}`, { cause: error })
    }
  }
}

function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
}

/** "OpenID Connect Discovery 1.0", section 4: the document must name the very issuer that it was asked from. */
async function discover(issuer: string, fetch: SigningKeysSettings['fetch']): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(deadlineMs) })
  if (!answer.ok) throw new KeysUnavailable(`discovery: HTTP ${answer.status}`)
  const document = discovery.safeParse(await answer.json())
  if (!document.success) throw new KeysUnavailable(`discovery: ${reasonOf(document.error)}`)
  if (document.data.issuer !== issuer) throw new KeysUnavailable('discovery: the document is of another issuer')
  return document.data.jwks_uri
}

function reasonOf(error: z.ZodError): string {
  return fieldErrors(error, 'document')
    .map(({ field, detail }) => `${field} ${detail}`)
    .join('; ')
}
