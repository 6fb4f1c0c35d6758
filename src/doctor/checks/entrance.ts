import { isLoopback } from '../../server/loopback.ts'
import type { Check } from '../check.ts'
import type { Entrance } from '../gather/entrance.ts'
import { good, skipped, type Verdict, warning, wrong } from '../verdict.ts'

export const entranceChecks: readonly Check<Entrance>[] = [
  { id: 'page', title: 'The page answers', look: page },
  { id: 'https', title: 'Nothing travels in the clear', look: https },
]

function page({ page }: Entrance): Verdict {
  if (page.kind === 'silence') return wrong(page.says, page.cure)
  const { status, headers } = page
  const location = headers.get('location')
  if (status >= 300 && status < 400 && location !== null) {
    const target = URL.canParse(location, page.url) ? new URL(location, page.url).origin : location
    return wrong(`The address leads to ${target}.`, 'Give the doctor the address where the page itself is.')
  }
  const type = headers.get('content-type') ?? 'no type'
  if (status === 200 && type.startsWith('text/html')) return good('The page is there.')
  return wrong(
    `The address answers with HTTP ${status} and ${type}, and not with a page.`,
    'Check the address, PAGE_DIRECTORY, and what stands before the server.',
  )
}

function https({ origin, page, plain }: Entrance): Verdict {
  if (page.kind === 'silence') return skipped('The page does not answer.')
  const { protocol, hostname, host } = new URL(origin)
  if (protocol === 'http:') {
    if (isLoopback(hostname)) return good('Only this machine reaches the page: plain http will do.')
    return wrong('The page is served over plain http: others can read tokens and cases.', 'Serve it over https.')
  }
  if (plain === null || plain.kind === 'silence') return good('The page is served over https only.')
  const leadsToHttps = plain.status >= 300 && plain.status < 400 && isHttps(plain.headers.get('location'))
  if (leadsToHttps) return good('The page is served over https, and plain http leads there.')
  return warning(`http://${host} answers, and does not lead to https.`, 'Let plain http redirect to https.')
}

function isHttps(location: string | null): boolean {
  return location?.startsWith('https:') ?? false
}
