import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCursors } from './cursor.ts'

const scope = { domainId: 'domain', contactArn: 'arn:aws:connect:us-east-1:111122223333:instance/i/contact/c' }
const cursors = createCursors({ key: randomBytes(32), randomBytes })

test.each(['a', 'page 2', 'ключ → 鍵', '=&+/%'])('the token %j, sealed, opens again', (token) => {
  expect(cursors.open(cursors.seal(token, scope), scope)).toBe(token)
})

test('the longest token of the service seals to fewer than 13,000 characters, and opens again', () => {
  const longest = 'x'.repeat(9_000)
  const cursor = cursors.seal(longest, scope)
  expect(cursor.length).toBeLessThan(13_000)
  expect(cursors.open(cursor, scope)).toBe(longest)
})

test('a cursor shows nothing of the token, and never looks the same twice', () => {
  const [one, other] = [cursors.seal('secret-token', scope), cursors.seal('secret-token', scope)]
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('secret')
  expect(one).not.toBe(other)
})

test('a cursor opens for no other contact, domain or key', () => {
  const cursor = cursors.seal('token', scope)
  expect(cursors.open(cursor, { ...scope, contactArn: `${scope.contactArn}2` })).toBeNull()
  expect(cursors.open(cursor, { ...scope, domainId: 'domain2' })).toBeNull()
  expect(createCursors({ key: randomBytes(32), randomBytes }).open(cursor, scope)).toBeNull()
})

test('a domain and a contact cannot borrow characters from each other', () => {
  const cursor = cursors.seal('token', { domainId: 'a","b', contactArn: 'c' })
  expect(cursors.open(cursor, { domainId: 'a', contactArn: 'b","c' })).toBeNull()
})

test('no single changed byte, and no shortened cursor, opens', () => {
  const bytes = Buffer.from(cursors.seal('token', scope), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const forged = Buffer.from(bytes)
    forged[at] = (forged[at] ?? 0) ^ 1
    expect(cursors.open(forged.toString('base64url'), scope), `byte ${at} changed`).toBeNull()
    expect(cursors.open(bytes.subarray(0, at).toString('base64url'), scope), `cut at ${at}`).toBeNull()
  }
})

test.each(['', 'x', '!!!', 'AQ', 'AQ'.repeat(40)])('what was never sealed does not open: %j', (text) => {
  expect(cursors.open(text, scope)).toBeNull()
})
