import { expect, test } from 'vitest'
import { findMissing, findWrongOption, wishesOf } from './wishes.ts'

const arn = 'arn:aws:connect:eu-central-1:111122223333:instance/an-instance'
const whole = { host: 'streams', instance: arn, domain: 'd', url: 'https://cases.example.com' }

test('options that are right and whole become wishes', () => {
  expect(findWrongOption(whole)).toBeNull()
  expect(findMissing(whole)).toBeNull()
  expect(wishesOf(whole, 'us-east-1')).toEqual({
    ok: true,
    value: {
      host: 'streams',
      region: 'eu-central-1', // the ARN's, and not the environment's
      instanceId: 'an-instance',
      domainId: 'd',
      pageUrl: new URL('https://cases.example.com/'),
    },
  })
})

test('an application has a name and a namespace without being given them', () => {
  const given = { ...whole, host: 'workspace', 'security-profile': ['Agent', 'Agent'] }
  expect(wishesOf(given, null)).toMatchObject({
    value: {
      namespace: 'connect-contact-cases',
      name: 'Contact cases',
      securityProfiles: ['Agent'],
      signInOrigins: [],
    },
  })
})

test('an instance by its id has the Region that is given, or the usual one', () => {
  const given = { ...whole, instance: 'an-instance' }
  expect(wishesOf({ ...given, region: 'us-west-2' }, 'us-east-1')).toMatchObject({ value: { region: 'us-west-2' } })
  expect(wishesOf(given, 'us-east-1')).toMatchObject({ value: { region: 'us-east-1' } })
  expect(wishesOf(given, null)).toMatchObject({ ok: false, message: expect.stringMatching(/^--region is missing/) })
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
  [{ instance: arn, region: 'us-east-1' }, '--region says us-east-1, and the instance is in eu-central-1'],
  [{ url: 'cases' }, '--url must be a URL such as https://cases.example.com/, not "cases"'],
  [{ url: 'http://cases.example.com' }, /^--url must begin with https:/],
  [{ url: 'https://cases.example.com/#a' }, '--url must not have a # in it'],
  [{ 'sign-in-origin': ['https://a/b'] }, /^--sign-in-origin must be an origin such as .*, not "https:\/\/a\/b"$/],
  [{ embedder: ['desktop'] }, /^--embedder must be an origin such as/],
  [{ namespace: 'a b' }, /^--namespace must be at most 128 letters/],
  [{ name: 'Cases!' }, /^--name must be at most 255 letters/],
  [{ 'security-profile': [''] }, '--security-profile must be a name or an id'],
  [{ host: 'streams', 'security-profile': ['Agent'] }, '--security-profile is for --host workspace: leave it out'],
  [{ host: 'workspace', embedder: ['https://a'] }, '--embedder is for --host frame: leave it out'],
])('%j is one sentence', (given, sentence) => {
  expect(findWrongOption(given)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
})

test('a page on this machine needs no TLS', () => {
  expect(findWrongOption({ url: 'http://localhost:3000' })).toBeNull()
})
