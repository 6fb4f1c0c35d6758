import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bound, createSeals } from './seal.ts'

const bound: Bound = ['nextToken', 'domain', 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c']
const seals = createSeals({ keys: [{ id: 'test', key: randomBytes(32) }], randomBytes })

test.each(['', 'a', 'page 2', 'ключ → 鍵', '=&+/%'])('the text %j, sealed, opens again', (text) => {
  expect(seals.open(seals.seal(text, bound), bound)).toBe(text)
})

test('the longest token of the service seals to fewer than 13,000 characters, and opens again', () => {
  const longest = 'x'.repeat(9_000)
  const sealed = seals.seal(longest, bound)
  expect(sealed.length).toBeLessThan(13_000)
  expect(seals.open(sealed, bound)).toBe(longest)
})

test('what is sealed shows nothing of the text, and never looks the same twice', () => {
  const [one, other] = [seals.seal('secret-token', bound), seals.seal('secret-token', bound)]
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('secret')
  expect(one).not.toBe(other)
})

test('what is sealed opens with no other key', () => {
  expect(
    createSeals({ keys: [{ id: 'test', key: randomBytes(32) }], randomBytes }).open(seals.seal('token', bound), bound),
  ).toBeNull()
})

test('what it is bound to cannot borrow characters from its neighbour', () => {
  const sealed = seals.seal('token', ['nextToken', 'a","b', 'c'])
  expect(seals.open(sealed, ['nextToken', 'a', 'b","c'])).toBeNull()
})

test('no single changed byte, and nothing shortened, opens', () => {
  const bytes = Buffer.from(seals.seal('token', bound), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const forged = Buffer.from(bytes)
    forged[at] = (forged[at] ?? 0) ^ 1
    expect(seals.open(forged.toString('base64url'), bound), `byte ${at} changed`).toBeNull()
    expect(seals.open(bytes.subarray(0, at).toString('base64url'), bound), `cut at ${at}`).toBeNull()
  }
})

test.each(['', 'x', '!!!', 'AQ', 'AQ'.repeat(40)])('what was never sealed does not open: %j', (text) => {
  expect(seals.open(text, bound)).toBeNull()
})
