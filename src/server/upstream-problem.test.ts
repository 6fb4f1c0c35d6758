import { expect, test } from 'vitest'
import { toUpstreamProblem } from './upstream-problem.ts'

// What comes over the wire is tested through the gateway; these are errors that no service sends.

test.each([
  ['a server without credentials', { name: 'CredentialsProviderError' }, 'upstream_denied'],
  ['a host that has no address', { name: 'Error', code: 'ENOTFOUND' }, 'upstream_unavailable'],
  ['a reset that the SDK calls a timeout', { name: 'TimeoutError', code: 'ECONNRESET' }, 'upstream_failed'],
])('%s', (_, members, code) => {
  expect(toUpstreamProblem(Object.assign(new Error(), members), false)).toMatchObject({ code })
})

test.each([[undefined], [null], ['a text'], [{ name: 5, code: {}, $metadata: 'none', $response: null }]])(
  'even %j, thrown, is a problem',
  (thrown) => {
    expect(toUpstreamProblem(thrown, false)).toHaveProperty('code')
  },
)
