import type { Site } from '../gather/site.ts'
import { good, skipped, type Verdict, warning } from '../verdict.ts'

const cure = (header: string) => `Let what stands before the server keep its header, or send ${header}.`

export function nosniff({ page }: Site): Verdict {
  if (page.headers.get('x-content-type-options') === 'nosniff')
    return good('Browsers take files for what they say to be.')
  return warning('The page comes without x-content-type-options.', cure('x-content-type-options: nosniff'))
}

// Those that tell another site no path. A later policy in the list goes before an earlier one.
const quiet = [
  'no-referrer',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
]

export function referrerPolicy({ page }: Site): Verdict {
  const policy = page.headers.get('referrer-policy')?.split(',').at(-1)?.trim()
  if (policy !== undefined && quiet.includes(policy))
    return good('Other sites learn at most that agents come from here.')
  return warning('The page comes without a referrer-policy that keeps addresses.', cure('referrer-policy: no-referrer'))
}

export function hsts({ origin, page }: Site): Verdict {
  if (!origin.startsWith('https:')) return skipped('There is no https.')
  const seconds = Number(/max-age=(\d+)/.exec(page.headers.get('strict-transport-security') ?? '')?.[1] ?? 0)
  if (seconds > 0) return good('Browsers that were here once use https alone.')
  return warning(
    'The page comes without strict-transport-security.',
    'Let the proxy say x-forwarded-proto: https, or send strict-transport-security: max-age=63072000.',
  )
}
