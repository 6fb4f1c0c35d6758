import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { PageConfig } from '../../contract/page-config.ts'

/** What the page may load, frame and ask the browser for, and who may frame it. */
export function pageHeaders(config: PageConfig, frameAncestors: readonly string[]): MiddlewareHandler {
  const ccp = config.host === 'streams' ? [new URL(config.ccpUrl).origin] : []
  const api = config.apiBaseUrl.startsWith('/') ? [] : [new URL(config.apiBaseUrl).origin]
  const provider = providerOrigins(config)
  const handedOn = ccp.length > 0 ? ['self', ...ccp] : []
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", ...api, ...provider],
      // A silent sign-in is a hidden frame that comes back to our own return page.
      frameSrc: orNone([...ccp, ...(provider.length > 0 ? ["'self'", ...provider] : [])]),
      frameAncestors: [...frameAncestors],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      // No Trusted Types: Streams tries the Function constructor once, and each start would be an error on the console.
    },
    permissionsPolicy: {
      clipboardWrite: ['self', ...ccp],
      // What Streams asks for its frame (`allow`), which a page can hand on only where it has it itself.
      microphone: handedOn,
      camera: handedOn,
      autoplay: handedOn,
      clipboardRead: [],
      displayCapture: [],
      geolocation: [],
      payment: [],
      usb: [],
    },
    // The rest is the same for every answer: see answer-headers.ts.
    crossOriginResourcePolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    strictTransportSecurity: false,
    xContentTypeOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}

function orNone(sources: string[]): string[] {
  return sources.length > 0 ? sources : ["'none'"]
}

/** Where the sign-in provider is: its issuer, and where else it has endpoints or pages. */
function providerOrigins({ auth }: PageConfig): string[] {
  return auth === undefined ? [] : [...new Set([new URL(auth.issuer).origin, ...auth.origins])]
}
