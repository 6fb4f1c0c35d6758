import { type PageConfig, pageConfigSchema } from '../../contract/page-config.ts'
import type { Answer, Ask, Reply } from '../ask.ts'
import { parseJson } from '../parse-json.ts'

/** What stands beside the page. */
export interface Site {
  readonly origin: string
  readonly page: Answer
  readonly live: Reply
  readonly ready: Reply
  readonly config: Reply
  /** What the page loads by itself. */
  readonly assets: readonly Reply[]
}

export async function gatherSite(ask: Ask, origin: string, page: Answer): Promise<Site> {
  const [live, ready, config, ...assets] = await Promise.all([
    ask(`${origin}/livez`),
    ask(`${origin}/readyz`),
    ask(`${origin}/config.json`),
    ...assetsOf(page.text).map((path) => ask(origin + path)),
  ])
  return { origin, page, live, ready, config, assets }
}

/** Scripts and styles that Vite wrote into the page, which are in /assets/. */
function assetsOf(html: string): string[] {
  const paths = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  return [...new Set(paths.filter((path) => path !== undefined))]
}

/** The page's settings, or what is wrong with them. */
export function configOf(reply: Reply): { readonly value: PageConfig } | { readonly faults: readonly string[] } {
  if (reply.kind === 'silence' || reply.status !== 200) return { faults: [] }
  const parsed = pageConfigSchema.safeParse(parseJson(reply.text))
  if (parsed.success) return { value: parsed.data }
  return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'} ${message}`) }
}
