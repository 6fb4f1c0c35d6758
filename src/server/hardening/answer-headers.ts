import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

// Two years, as the preload lists ask; without the list's own flag, which is the company's to set.
const onlyOverHttps = 'max-age=63072000; includeSubDomains'

/** The headers that protect every answer. The page's own, which say more, stay as they are. */
export function answerHeaders(): MiddlewareHandler {
  const protect = secureHeaders({
    // For what is not the page: an answer of the API, opened as a document, may load nothing and be framed by nobody.
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    overwrite: false,
    strictTransportSecurity: false,
    // A sign-in in a popup, Amazon's or the company's, must find the page that opened it.
    crossOriginOpenerPolicy: false,
    // `frame-ancestors` says it better, and this one cannot name a desktop of another origin.
    xFrameOptions: false,
    // For Internet Explorer and Flash.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  })
  return async (c, next) => {
    await protect(c, next)
    const { headers } = c.res
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    // Browsers heed it over https alone (RFC 6797, 7.2), and a desktop that is tried on http must stay reachable.
    const isHttps = c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
    if (isHttps) headers.set('strict-transport-security', onlyOverHttps)
  }
}
