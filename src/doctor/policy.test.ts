import { expect, test } from 'vitest'
import { allows, policiesOf } from './policy.ts'

const self = 'https://cases.example.com'

test.each([
  ["'self'", self, true],
  ["'self'", 'https://other.example.com', false],
  ["'none'", self, false],
  ['*', 'https://any.example', true],
  ['https:', 'https://any.example', true],
  ['https:', 'http://any.example', false],
  ['https://a.example', 'https://a.example', true],
  ['https://a.example', 'https://a.example:8443', false],
  ['https://a.example:8443', 'https://a.example:8443', true],
  ['https://a.example:*', 'https://a.example:8443', true],
  ['http://localhost:*', 'http://localhost:5173', true],
  ['http://a.example', 'https://a.example', true],
  ['a.example', 'https://a.example', true],
  ['https://*.my.connect.aws', 'https://acme.my.connect.aws', true],
  ['https://*.my.connect.aws', 'https://my.connect.aws', false],
  ['https://*.my.connect.aws', 'https://acme-my.connect.aws', false],
])('%s matches %s: %s', (source, origin, expected) => {
  const policies = policiesOf(new Headers({ 'content-security-policy': `frame-src ${source}` }))
  expect(allows(policies, 'frame-src', origin, self)).toBe(expected)
})

test('a policy that a proxy added holds as well', () => {
  const policies = policiesOf(
    new Headers([
      ['content-security-policy', "default-src 'none'; frame-src https://a.example"],
      ['content-security-policy', "frame-src 'self'"],
    ]),
  )
  expect(policies).toHaveLength(2)
  expect(allows(policies, 'frame-src', 'https://a.example', self)).toBe(false)
  expect(allows(policies.slice(0, 1), 'frame-src', 'https://a.example', self)).toBe(true)
  expect(allows(policies.slice(0, 1), 'connect-src', self, self)).toBe(false)
})

test('of a directive that stands there twice the first counts', () => {
  const policies = policiesOf(new Headers({ 'content-security-policy': "frame-src 'none'; FRAME-SRC *" }))
  expect(allows(policies, 'frame-src', 'https://a.example', self)).toBe(false)
})
