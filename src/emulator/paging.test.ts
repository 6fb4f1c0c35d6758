import { expect, test } from 'vitest'
import { answerPage } from './paging.ts'
import { createTokens } from './tokens.ts'

const tokens = createTokens('key')

interface Input {
  readonly maxResults?: number
  readonly nextToken?: string
  readonly contact?: string
}

function pageOf(items: readonly number[], input: Input, operation = 'List') {
  const { body } = answerPage(items, 2, (page, nextToken) => ({ page, nextToken }), { operation, input, tokens })
  return body
}

function tokenOf(body: object): string {
  return 'nextToken' in body && typeof body.nextToken === 'string' ? body.nextToken : 'no token'
}

test('a page that ends with the items has no token', () => {
  expect(pageOf([], {})).toEqual({ page: [], nextToken: null })
  expect(pageOf([1, 2], {})).toEqual({ page: [1, 2], nextToken: null })
})

test('a token goes on where its page ended, with any page size', () => {
  const nextToken = tokenOf(pageOf([1, 2, 3, 4, 5], {}))
  expect(pageOf([1, 2, 3, 4, 5], { nextToken })).toMatchObject({ page: [3, 4] })
  expect(pageOf([1, 2, 3, 4, 5], { nextToken, maxResults: 9 })).toEqual({ page: [3, 4, 5], nextToken: null })
})

test('an empty token asks for the first page', () => {
  expect(pageOf([1, 2, 3], { nextToken: '' })).toMatchObject({ page: [1, 2] })
})

test('a token of other parameters or another operation is refused', () => {
  const nextToken = tokenOf(pageOf([1, 2, 3], { contact: 'a' }))
  expect(pageOf([1, 2, 3], { contact: 'a', nextToken })).toMatchObject({ page: [3] })
  expect(pageOf([1, 2, 3], { contact: 'b', nextToken })).toMatchObject({ __type: 'ValidationException' })
  expect(pageOf([1, 2, 3], { contact: 'a', nextToken }, 'Other')).toMatchObject({ __type: 'ValidationException' })
})
