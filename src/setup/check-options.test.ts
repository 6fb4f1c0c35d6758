import { expect, test } from 'vitest'
import { findMissing, findWrongOption } from './check-options.ts'

const arn = 'arn:aws:connect:eu-central-1:111122223333:instance/an-instance'
const whole = { host: 'streams', instance: arn, domain: 'd', url: 'https://cases.example.com' }

test('of options that are right and whole, none is wrong or missing', () => {
  expect(findWrongOption(whole)).toBeNull()
  expect(findMissing(whole)).toBeNull()
})

test.each([
  [{}, 'host'],
  [{ host: 'streams' }, 'instance'],
  [{ ...whole, url: undefined }, 'url'],
  [{ ...whole, host: 'workspace' }, 'security-profile'],
  [{ ...whole, host: 'frame' }, 'embedder'],
])('of %j, the first that is missing is %s', (given, missing) => {
  expect(findMissing(Object.fromEntries(Object.entries(given).filter(([, value]) => value)))).toBe(missing)
})

test.each([
  [{ host: 'desktop' }, '--host must be workspace, streams, frame, not "desktop"'],
  [{ instance: 'arn:aws:connect:x' }, /^--instance must be an id, or an ARN such as .*, not "arn:aws:connect:x"$/],
  [{ domain: 'a/b' }, '--domain must be an id, not "a/b"'],
  [{ region: 'Frankfurt' }, '--region must be an AWS Region such as us-east-1, not "Frankfurt"'],
  [
    { instance: arn, region: 'us-east-1' },
    '--region says us-east-1, and the instance is in eu-central-1: leave --region out',
  ],
  [{ url: 'cases' }, '--url must be a URL such as https://cases.example.com/, with TLS and without #, not "cases"'],
  [{ url: 'http://cases.example.com' }, /^--url must be a URL .*, not "http:/],
  [{ url: 'https://cases.example.com/#a' }, /^--url must be a URL .*, not "https:/],
  [{ 'sign-in-origin': ['https://a/b'] }, /^--sign-in-origin must be an origin such as .*, not "https:\/\/a\/b"$/],
  [{ embedder: ['desktop'] }, /^--embedder must be an origin such as/],
  [{ namespace: 'a b' }, /^--namespace must be 1 to 128 letters/],
  [{ name: 'Cases!' }, /^--name must be 1 to 255 letters/],
  [{ 'security-profile': [''] }, '--security-profile must be a name or an id, not ""'],
  [{ host: 'streams', 'security-profile': ['Agent'] }, '--security-profile is for --host workspace: leave it out'],
  [{ host: 'workspace', embedder: ['https://a'] }, '--embedder is for --host frame: leave it out'],
])('%j is one sentence', (given, sentence) => {
  expect(findWrongOption(given)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
})

test('a page on this machine needs no TLS', () => {
  expect(findWrongOption({ url: 'http://localhost:3000' })).toBeNull()
})
