import { expect, test } from 'vitest'
import { answerOf, silence } from '../testing/answer-of.ts'
import { lookWith } from '../testing/look-with.ts'
import { entranceChecks } from './entrance.ts'

const page = answerOf('<!doctype html>', 200, { 'content-type': 'text/html' })
const secure = 'https://cases.example.com'

test.each([
  ['http://127.0.0.1:8787', null, 'good: Only this machine reaches the page: plain http will do.'],
  ['http://cases.example.com', null, 'wrong: The page is served over plain http: others can read tokens and cases.'],
  [secure, silence, 'good: The page is served over https only.'],
  [
    secure,
    answerOf('', 301, { location: `${secure}/` }),
    'good: The page is served over https, and plain http leads there.',
  ],
  [secure, page, 'warning: http://cases.example.com answers, and does not lead to https.'],
])('%s', (origin, plain, said) => {
  expect(lookWith(entranceChecks, 'https', { origin, page, plain })).toBe(said)
})
