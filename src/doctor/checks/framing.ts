import type { FramedPage } from '../gather/framed-page.ts'
import { allows } from '../policy.ts'
import { good, type Verdict, warning, wrong } from '../verdict.ts'

const name = (who: string) => `Name ${who} in FRAME_ANCESTORS.`

/** Who may frame the page, beside who shall. */
export function framing({ origin, policies, host, embedder }: FramedPage): Verdict {
  // This directive does not fall back on default-src.
  const lists = policies.map((policy) => policy.get('frame-ancestors')).filter((sources) => sources !== undefined)
  const [sources, ...more] = lists
  if (sources === undefined) {
    return wrong('Any page may frame the panel: there is no frame-ancestors.', name('only those who shall frame it'))
  }
  if (embedder !== null && !allows(policies, 'frame-ancestors', embedder, origin)) {
    return wrong(`${embedder} may not frame the page.`, name(embedder))
  }
  const others = sources.filter((source) => source !== "'self'" && source !== "'none'")
  if (host !== 'streams' && others.length === 0) {
    return wrong(`host is ${host}, and nobody else may frame the page.`, name('the origin that frames it'))
  }
  const wide = more.length > 0 ? undefined : others.find(isWide)
  if (wide !== undefined) {
    return warning(`${wide} lets pages of other companies frame the panel.`, name('the very origins that frame it'))
  }
  const who = others.length > 0 ? others.join(' and ') : 'Nobody else'
  return good(embedder === null ? `${who} may frame the page.` : `${embedder} may frame the page.`)
}

// Every company has a name under these: whoever frames the page can play the agent workspace to it.
const shared = ['my.connect.aws', 'awsapps.com']

function isWide(source: string): boolean {
  if (source.endsWith(':')) return true // a scheme, and so every host
  const host = source.replace(/^https?:\/\//, '').replace(/:.*$/, '')
  if (!host.startsWith('*')) return false
  const domain = host.slice('*.'.length)
  return shared.includes(domain) || !domain.includes('.')
}
