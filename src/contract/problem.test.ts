import { expect, test } from 'vitest'
import { problemSchema } from './problem.ts'

const problem = {
  type: 'about:blank',
  title: 'Invalid request',
  status: 400,
  code: 'invalid_request',
  detail: 'maxResults must be a whole number from 1 to 10.',
  retryable: false,
}

test('a problem names the fields at fault, each with what is wrong', () => {
  const errors = [{ field: 'maxResults', detail: 'must be a whole number from 1 to 10' }]
  expect(problemSchema.parse({ ...problem, errors }).errors).toEqual(errors)
  expect(problemSchema.safeParse({ ...problem, errors: [{ field: 'maxResults' }] }).success).toBe(false)
})
