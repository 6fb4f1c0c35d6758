import { expect, test } from 'vitest'
import { returnUrlOf } from './return-message.ts'

const url = 'https://desk.example/sign-in.html?code=c&state=ours'
const message = { source: 'contact-cases-sign-in', url }

test('the return page of this request is heard', () => {
  expect(returnUrlOf(message, 'ours')).toBe(url)
})

test.each([
  ['another request', { ...message, url: url.replace('ours', 'theirs') }],
  ['another page', { ...message, source: 'oidc-client' }],
  ['a page without a URL', { source: message.source }],
  ['a page with half a URL', { ...message, url: '/sign-in.html?state=ours' }],
  ['nothing', null],
])('what comes from %s is not', (_, data) => {
  expect(returnUrlOf(data, 'ours')).toBeNull()
})
