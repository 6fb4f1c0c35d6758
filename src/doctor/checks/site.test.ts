import { expect, test } from 'vitest'
import type { Site } from '../gather/site.ts'
import { answerOf, silence } from '../testing/answer-of.ts'
import { lookWith } from '../testing/look-with.ts'
import { siteChecks } from './site.ts'

const nothing = answerOf('not found', 404)

function siteWith(more: Partial<Site>): Site {
  const origin = 'https://cases.example.com'
  return { ...{ origin, page: nothing, live: nothing, ready: nothing, config: nothing, assets: [] }, ...more }
}

test.each([
  [answerOf({ status: 'ok' }), 'good: The server takes requests.'],
  [
    answerOf({ status: 'ok', store: 'away' }),
    'warning: The store is away: each instance goes on with its share of the quotas.',
  ],
  [answerOf({ status: 'stopping' }, 503), 'warning: The server is stopping.'],
  [
    answerOf({ status: 'store_unknown' }, 503),
    'wrong: The server has not seen its store since it started, and asks nothing.',
  ],
  [
    answerOf({ status: 'upstream_denied', sinceSeconds: 12 }, 503),
    'wrong: AWS has refused the server’s credentials for 12 s.',
  ],
  [nothing, 'skipped: /readyz is not handed on to the server. What is between asks it for itself.'],
  [silence, 'wrong: Nobody is there.'],
])('what /readyz answers, %#', (ready, said) => {
  expect(lookWith(siteChecks, 'ready', siteWith({ ready }))).toBe(said)
})

test('a CDN that keeps /livez for itself is nothing wrong', () => {
  expect(lookWith(siteChecks, 'live', siteWith({}))).toBe(
    'skipped: /livez is not handed on to the server. What is between asks it for itself.',
  )
})

test('settings out of a cache are told by their age, unless browsers and caches ask again', () => {
  const settings = { host: 'streams', ccpUrl: 'https://acme.my.connect.aws/', region: 'us-east-1', domainId: 'domain' }
  const look = (headers: Record<string, string>) =>
    lookWith(siteChecks, 'config-cache', siteWith({ config: answerOf(settings, 200, headers) }))
  expect(look({ age: '600' })).toBe('wrong: /config.json comes from a cache, 600 s old.')
  expect(look({ age: '600', 'cache-control': 'no-cache' })).toMatch(/^good: /)
})

test.each([
  ['max-age=63072000; includeSubDomains', 'good: Browsers that were here once use https alone.'],
  ['max-age=0', 'warning: The page comes without strict-transport-security.'],
])('strict-transport-security: %s', (header, said) => {
  const page = answerOf('', 200, { 'strict-transport-security': header })
  expect(lookWith(siteChecks, 'hsts', siteWith({ page }))).toBe(said)
})
