import { expect, test } from 'vitest'
import { readOptions } from './setup-options.ts'

test('an option that may be given more than once is a list', () => {
  expect(readOptions(['--security-profile', 'A', '--security-profile', 'B', '--yes'])).toEqual({
    ok: true,
    value: { 'security-profile': ['A', 'B'], yes: true },
  })
})

test.each([
  [['--hots', 'x'], "Unknown option '--hots'. `connect-contact-cases setup --help` names the options"],
  [['workspace'], "Unexpected argument 'workspace'. `connect-contact-cases setup --help` names the options"],
  [['--host'], /^Option '--host <value>' argument missing\. /],
])('%j is one sentence', (args, message) => {
  expect(readOptions(args)).toEqual({
    ok: false,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  })
})
