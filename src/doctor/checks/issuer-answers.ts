import { z } from 'zod'
import type { Reply } from '../ask.ts'
import type { Endpoints } from '../gather/issuer.ts'
import { parseJson } from '../parse-json.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'

/** The page asks both by fetch, and reads what they answer. */
export function issuerCors({ discovery, token, pageOrigin }: Endpoints): Verdict {
  for (const reply of [discovery, token]) {
    if (reply.kind === 'silence') return wrong(reply.says, reply.cure)
    if (!['*', pageOrigin].includes(reply.headers.get('access-control-allow-origin') ?? '')) {
      return wrong(
        `${new URL(reply.url).pathname} of the issuer does not let ${pageOrigin} ask.`,
        `Register ${pageOrigin} for CORS at the issuer.`,
      )
    }
  }
  return good('The page may read the issuer’s answers.')
}

const register =
  'Register clientId at the issuer as a public client, without a secret, with authorization code and PKCE.'

/** An invented code is refused as such (RFC 6749, section 5.2) only by an issuer that takes the client. */
export function client({ token, auth }: Endpoints): Verdict {
  if (token.kind === 'silence') return wrong(token.says, token.cure)
  const error = errorOf(token)
  switch (error) {
    case 'invalid_grant':
      return good('The issuer takes the page as a client.')
    case 'invalid_client':
      return wrong(`The issuer does not take ${auth.clientId} without a secret.`, register)
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return wrong(`The issuer gives ${auth.clientId} no tokens for a code.`, register)
    default:
      return skipped('The issuer does not say whether it takes the page: sign in once to see.')
  }
}

// OpenID Connect Core, section 3.1.2.6: what comes back where a person must be asked, or where nobody is.
const person = /^(login|interaction|consent|account_selection)_required$/

export function returnUrl({ authorization, returnUrl }: Endpoints): Verdict {
  if (authorization.kind === 'silence') return wrong(authorization.says, authorization.cure)
  const { status, url } = authorization
  const location = authorization.headers.get('location') ?? ''
  const target = URL.canParse(location, url) ? new URL(location, url) : null
  const error = target?.searchParams.get('error') ?? null
  if (target !== null && target.origin + target.pathname === returnUrl) {
    if (error === null || person.test(error)) return good('The issuer comes back to /sign-in.html.')
    return wrong(`The issuer refuses a sign-in: ${wordOf(error)}.`, 'Check scope, resource and audience of auth.')
  }
  const cure = `Register ${returnUrl} as a redirect URI of clientId.`
  if (error !== null) return wrong(`The issuer refuses a sign-in: ${wordOf(error)}.`, cure)
  if (status >= 400) return wrong(`The issuer refuses a sign-in with HTTP ${status}.`, cure)
  return skipped('The issuer shows a page of its own: sign in once to see.')
}

const refusal = z.object({ error: z.string() })

function errorOf(reply: Reply): string | null {
  const read = refusal.safeParse(reply.kind === 'answer' ? parseJson(reply.text) : null)
  return read.success ? read.data.error : null
}

/** One of OAuth's codes, and nothing that only looks like a sentence. */
function wordOf(error: string): string {
  return /^\w{1,50}$/.test(error) ? error : 'no known code'
}
