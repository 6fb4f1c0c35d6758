import { z } from 'zod'
import type { Endpoints } from '../gather/issuer.ts'
import { parseJson } from '../parse-json.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'

/** Whether the endpoints that the page uses are where its policies let it. */
export function origins({ auth, document }: Endpoints): Verdict {
  const allowed = new Set([new URL(auth.issuer).origin, ...auth.origins])
  const { authorization_endpoint, token_endpoint, revocation_endpoint = token_endpoint } = document
  const used = [authorization_endpoint, token_endpoint, revocation_endpoint].map((url) => new URL(url).origin)
  const foreign = used.find((origin) => !allowed.has(origin))
  if (foreign === undefined) return good('All endpoints are where the page may go.')
  return wrong(`An endpoint of the issuer is at ${foreign}.`, `Add "${foreign}" to auth.origins in config.json.`)
}

export function pkce({ document }: Endpoints): Verdict {
  const methods = document.code_challenge_methods_supported
  // RFC 8414 has it as a refusal. Issuers that take S256 leave it out all the same.
  if (methods === undefined) return skipped('The issuer does not say which methods it takes: sign in once to see.')
  if (methods.includes('S256')) return good('The issuer takes S256.')
  return wrong('The issuer does not take PKCE with S256.', 'Allow it there, or use another issuer.')
}

const keySet = z.object({ keys: z.array(z.object({ kty: z.string(), use: z.string().optional() })) })

/** Whether there is a public key that signs; what a token names, the server looks for. */
export function keys({ keys, document }: Endpoints): Verdict {
  if (keys.kind === 'silence') return wrong(keys.says, keys.cure)
  const read = keySet.safeParse(parseJson(keys.text))
  if (keys.status !== 200 || !read.success) {
    return wrong(`${document.jwks_uri} answers with HTTP ${keys.status}, and not with keys.`, 'Check the issuer.')
  }
  const usable = read.data.keys.filter(({ kty, use = 'sig' }) => ['RSA', 'EC', 'OKP'].includes(kty) && use === 'sig')
  if (usable.length === 0) return wrong('The issuer has no key that signs tokens.', 'Let it sign by RS256 or ES256.')
  return good('The issuer publishes what its tokens are checked with.')
}
