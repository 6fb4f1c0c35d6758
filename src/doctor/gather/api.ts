import type { PageConfig } from '../../contract/page-config.ts'
import { isLoopback } from '../../server/loopback.ts'
import type { Ask, Reply } from '../ask.ts'
import type { PageOptions } from '../doctor-options.ts'
import { problemOf } from '../problem-of.ts'

/** What the API answers to questions that cost no call of the account, and to those with a token that do. */
export interface Api {
  readonly pageOrigin: string
  readonly apiOrigin: string
  readonly pageSignsIn: boolean
  /** Without a token, twice. */
  readonly first: Reply
  readonly second: Reply
  /** By a page of another site. */
  readonly foreign: Reply
  /** With a body that says to be a text. */
  readonly text: Reply
  /** Another page that shall be able to ask; null: there is none. */
  readonly shared: { readonly origin: string; readonly preflight: Reply; readonly answer: Reply } | null
  /** null: there is no token. */
  readonly templates: Reply | null
  /** null: there is no token, or no contact. */
  readonly list: Reply | null
}

/** A name that nobody can have (RFC 2606). */
const foreignOrigin = 'https://doctor.invalid'

export async function gatherApi(ask: Ask, config: PageConfig, options: PageOptions): Promise<Api> {
  const { page, origin, token, contactArn } = options
  const base = new URL(config.apiBaseUrl, page).href.replace(/\/+$/, '')
  const domain = `${base}/domains/${encodeURIComponent(config.domainId)}`
  const apiOrigin = new URL(base).origin
  const bearer = token === null || !isPrivate(apiOrigin) ? null : { authorization: `Bearer ${token}` }
  const post = (headers: Record<string, string>, body = '{}') =>
    ask(`${domain}/list-cases-for-contact`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  // Without a token first: whether the others may cost a call of the account is known only then.
  const first = await post({})
  const mayAsk = bearer !== null || (first.kind === 'answer' && problemOf(first)?.code === 'invalid_request')
  const sharedOrigin = origin ?? (apiOrigin === page ? null : page)
  const [second, foreign, text, shared, templates, list] = await Promise.all([
    post({}),
    post({ origin: foreignOrigin, 'sec-fetch-site': 'cross-site' }),
    post({ ...bearer, 'content-type': 'text/plain' }),
    sharedOrigin === null ? null : gatherShared(ask, post, sharedOrigin, domain),
    mayAsk ? ask(`${domain}/templates`, { headers: { ...bearer } }) : null,
    mayAsk && contactArn !== null ? post({ ...bearer }, JSON.stringify({ contactArn })) : null,
  ])
  return {
    pageOrigin: page,
    apiOrigin,
    pageSignsIn: config.auth !== undefined,
    first,
    second,
    foreign,
    text,
    shared,
    templates,
    list,
  }
}

/** Others must not read the token on its way. */
function isPrivate(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || isLoopback(hostname)
}

async function gatherShared(
  ask: Ask,
  post: (headers: Record<string, string>) => Promise<Reply>,
  origin: string,
  domain: string,
): Promise<Api['shared']> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,priority',
  }
  const [preflight, answer] = await Promise.all([
    ask(`${domain}/list-cases-for-contact`, { method: 'OPTIONS', headers }),
    post({ origin, 'sec-fetch-site': 'cross-site' }),
  ])
  return { origin, preflight, answer }
}
