import { expect, test } from 'vitest'
import { createTokens } from './tokens.ts'

const tokens = createTokens('key')

test('a token gives its position back for what it is bound to, also after a restart', () => {
  const token = tokens.seal(230, 'contact 1')
  expect(tokens.open(token, 'contact 1')).toBe(230)
  expect(createTokens('key').open(token, 'contact 1')).toBe(230)
})

test('a token for something else, or of another key, is refused', () => {
  const token = tokens.seal(10, 'contact 1')
  expect(tokens.open(token, 'contact 2')).toBeNull()
  expect(createTokens('other key').open(token, 'contact 1')).toBeNull()
})

test.each(['', 'x', 'not base64url!', 'A'.repeat(9_000), '\0'])('%j is no token', (token) => {
  expect(tokens.open(token, '')).toBeNull()
})

test('a token changed in any one character is refused', () => {
  const token = tokens.seal(10, 'contact 1')
  for (let index = 0; index < token.length; index += 1) {
    const other = token[index] === 'A' ? 'B' : 'A'
    const changed = `${token.slice(0, index)}${other}${token.slice(index + 1)}`
    expect(tokens.open(changed, 'contact 1'), `character ${index}`).toBeNull()
  }
})
