import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { PageConfig } from '../contract/page-config.ts'
import { ancestorsOf } from './framing.ts'
import { pageHeaders } from './hardening/page-headers.ts'
import type { AppEnv } from './problem-answer.ts'

interface Page {
  /** Where the built page is. */
  readonly directory: string
  readonly config: PageConfig
  /** Who may frame it beside its own embedders, as a Content-Security-Policy names them. */
  readonly frameAncestors: readonly string[]
}

/** Serves the built page beside the API. Mount it last: it answers every path that it has a file for. */
export function servePage(app: Hono<AppEnv>, { directory, config, frameAncestors }: Page): void {
  const ancestors = ancestorsOf(config, frameAncestors)
  const protect = pageHeaders(config, ancestors)
  const protectReturnPage = pageHeaders(config, ancestorsOfReturnPage(ancestors))
  // Not the file in the directory: PAGE_CONFIG may have replaced it.
  app.get('/config.json', (c) => c.json(config, 200, { 'cache-control': 'no-cache' }))
  app.get(
    '*',
    async (c, next) => {
      await next()
      if (!c.res.ok) return
      const isReturnPage = c.req.path === '/sign-in.html'
      await (isReturnPage ? protectReturnPage : protect)(c, async () => undefined)
      // Vite names the files in assets/ after their content; the others must be asked for again.
      const isNamedByContent = c.req.path.startsWith('/assets/')
      c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
    serveStatic({ root: directory }),
  )
}

/** A silent sign-in frames it in our page, which others may frame: a policy is held against all of them. */
function ancestorsOfReturnPage(frameAncestors: readonly string[]): string[] {
  return ["'self'", ...frameAncestors.filter((source) => source !== "'self'" && source !== "'none'")]
}
