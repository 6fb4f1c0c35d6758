import type { MiddlewareHandler } from 'hono'

// Two years, as the preload lists ask; without the list's own flag, which is the company's to set.
const onlyOverHttps = 'max-age=63072000; includeSubDomains'

// Hono's secureHeaders() without what Internet Explorer and Flash needed, `x-frame-options`, which cannot name a desktop
// of another origin as `frame-ancestors` can, and Cross-Origin-Opener-Policy: a sign-in in a popup, Amazon's or the
// company's, must find the page that opened it.
const protection: readonly (readonly [name: string, value: string])[] = [
  // For what is not the page: an answer of the API, opened as a document, may load nothing and be framed by nobody.
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-dns-prefetch-control', 'off'],
  ['x-xss-protection', '0'],
  ['cache-control', 'no-store'],
]

/** The headers that protect every answer. The page's own, which say more, stay as they are. */
export function answerHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of protection) if (!headers.has(name)) headers.set(name, value)
    // Browsers heed it over https alone (RFC 6797, 7.2), and a desktop that is tried on http must stay reachable.
    const isHttps = c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
    if (isHttps) headers.set('strict-transport-security', onlyOverHttps)
  }
}
