import { expect, test } from 'vitest'
import { answersFrom } from './start-conditions.ts'

test.each([
  ['', 1000],
  ['?answer=never', null],
  ['?answer=after:250', 1250],
  ['?answer=after:soon', 1000],
  ['?other=1', 1000],
])('a page opened with "%s" at 1000 answers from %j', (search, from) => {
  expect(answersFrom(search, 1000)).toBe(from)
})
