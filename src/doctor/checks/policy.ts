import type { Check } from '../check.ts'
import type { FramedPage } from '../gather/framed-page.ts'
import { allows, policiesOf, sourcesOf } from '../policy.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'
import { framing } from './framing.ts'

export const policyChecks: readonly Check<FramedPage>[] = [
  { id: 'scripts', title: 'No foreign script runs', look: scripts },
  { id: 'frames', title: 'The page may frame what it needs', look: (page) => covers(page, 'frame-src', page.frames) },
  {
    id: 'connections',
    title: 'The page may ask what it needs',
    look: (page) => covers(page, 'connect-src', page.connects),
  },
  { id: 'framing', title: 'Only those who shall may frame the page', look: framing },
  { id: 'return-page', title: 'A sign-in can come back', look: returnPage },
]

const keep = 'Let what stands before the server keep content-security-policy as the server sends it.'

// By hashes and nonces of its own, somebody else's script would run as well as by these.
const loose = /^('unsafe-inline'|'unsafe-eval'|\*|https?:|data:|blob:)$/

function scripts({ origin, policies }: FramedPage): Verdict {
  if (policies.length === 0) return wrong('The page comes without a content-security-policy.', keep)
  if (!allows(policies, 'script-src', origin, origin)) {
    return wrong('The content-security-policy forbids the page’s own scripts.', keep)
  }
  const isTight = policies.some(
    (policy) => !(sourcesOf(policy, 'script-src') ?? ['*']).some((source) => loose.test(source)),
  )
  return isTight
    ? good('Only the page’s own scripts run.')
    : wrong('The content-security-policy lets scripts run that are not the page’s own.', keep)
}

function covers(page: FramedPage, directive: string, needed: ReadonlyMap<string, string>): Verdict {
  const { origin, policies } = page
  const missing = [...needed].find(([each]) => !allows(policies, directive, each, origin))
  if (missing === undefined) return good(`${directive} allows all that config.json names.`)
  const [refused, purpose] = missing
  return wrong(
    `${directive} does not allow ${refused}, which is for ${purpose}.`,
    'Restart the server after a change of config.json, deploy the headers again, and let no proxy replace them.',
  )
}

/** The page frames it for the sign-in that nobody sees. */
function returnPage({ origin, returnPage }: FramedPage): Verdict {
  if (returnPage === null) return skipped('Nobody signs in: config.json has no auth.')
  if (returnPage.kind === 'silence') return wrong(returnPage.says, returnPage.cure)
  const { status, headers } = returnPage
  if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) {
    return wrong(`/sign-in.html answers with HTTP ${status}, and not with a page.`, 'Serve all of dist/page.')
  }
  if (!allows(policiesOf(headers), 'frame-ancestors', origin, origin)) {
    return wrong('/sign-in.html may not be framed by the page itself.', keep)
  }
  return good('/sign-in.html is there, and the page may frame it.')
}
