import { expect, test } from 'vitest'
import type { FramedPage } from '../gather/framed-page.ts'
import { policiesOf } from '../policy.ts'
import { lookWith } from '../testing/look-with.ts'
import { policyChecks } from './policy.ts'

const origin = 'https://cases.example.com'

function pageWith(policy: string, more: Partial<FramedPage> = {}): FramedPage {
  return {
    ...{ origin, host: 'streams', embedder: null, returnPage: null },
    policies: policiesOf(new Headers({ 'content-security-policy': policy })),
    frames: new Map([['https://acme.my.connect.aws', 'the softphone']]),
    connects: new Map([[origin, 'the API']]),
    ...more,
  }
}

const framing = (sources: string, more: Partial<FramedPage> = {}) =>
  lookWith(policyChecks, 'framing', pageWith(`frame-ancestors ${sources}`, more))

test('a desktop of its own needs nobody who frames it', () => {
  expect(framing("'self'")).toBe('good: Nobody else may frame the page.')
  expect(framing("'none'")).toBe('good: Nobody else may frame the page.')
})

test('an app of the workspace must name who frames it', () => {
  expect(framing("'self'", { host: 'workspace' })).toBe('wrong: host is workspace, and nobody else may frame the page.')
  expect(framing('https://acme.my.connect.aws', { host: 'workspace' })).toBe(
    'good: https://acme.my.connect.aws may frame the page.',
  )
})

test.each(['http://localhost:*', 'https://desk.example.com:*', 'https://*.example.com'])('%s is not', (source) => {
  expect(framing(source)).toBe(`good: ${source} may frame the page.`)
})

test.each(['*', 'https:', 'https://*', 'https://*.com', 'https://*.my.connect.aws', 'https://*.awsapps.com'])(
  '%s is too wide',
  (source) => {
    expect(framing(source)).toBe(`warning: ${source} lets pages of other companies frame the panel.`)
  },
)

test.each([
  ["script-src 'self'", 'good: Only the page’s own scripts run.'],
  ["default-src 'self'", 'good: Only the page’s own scripts run.'],
  [
    "script-src 'self' 'unsafe-inline'",
    'wrong: The content-security-policy lets scripts run that are not the page’s own.',
  ],
  ['script-src https:', 'wrong: The content-security-policy lets scripts run that are not the page’s own.'],
  ["frame-src 'self'", 'wrong: The content-security-policy lets scripts run that are not the page’s own.'],
  ["script-src 'none'", 'wrong: The content-security-policy forbids the page’s own scripts.'],
])('%s', (policy, said) => {
  expect(lookWith(policyChecks, 'scripts', pageWith(policy))).toBe(said)
})

test('what the page needs and may not have is named', () => {
  const page = pageWith("default-src 'none'; connect-src 'self'")
  expect(lookWith(policyChecks, 'frames', page)).toBe(
    'wrong: frame-src does not allow https://acme.my.connect.aws, which is for the softphone.',
  )
  expect(lookWith(policyChecks, 'connections', page)).toBe('good: connect-src allows all that config.json names.')
})
