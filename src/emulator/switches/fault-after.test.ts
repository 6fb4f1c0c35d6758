import { expect, test } from 'vitest'
import type { Reply } from '../reply.ts'
import type { HttpRequest } from '../respond.ts'
import type { FaultInput } from './fault.ts'
import { faultSchema } from './fault.ts'
import { spoilReply } from './fault-after.ts'

const body = { cases: [{ caseId: 'one', templateId: 'order' }], nextToken: 'second' }

test.each<[FaultInput, object]>([
  [{ kind: 'wrongTypes' }, { cases: [{ caseId: 3, templateId: 5 }], nextToken: 6 }],
  [{ kind: 'missingMembers' }, {}],
  [{ kind: 'tooMany' }, { ...body, cases: Array(11).fill(body.cases[0]) }],
  [
    { kind: 'longIds', length: 6 },
    { ...body, cases: [{ caseId: 'one---', templateId: 'order-' }] },
  ],
  [
    { kind: 'deepJson', depth: 3 },
    { deep: [[[]]], ...body },
  ],
  [{ kind: 'tokenRepeated' }, body],
])('%j makes of an answer', (fault, expected) => {
  expect(JSON.parse(spoilt(fault).body)).toEqual(expected)
})

test.each([
  ['the body', '/cases', '{"nextToken":"first"}'],
  ['the query string', '/cases?nextToken=first', ''],
])('a token in %s is given again', (_, target, given) => {
  const { body: answer } = spoilt({ kind: 'tokenRepeated' }, { target, body: given })
  expect(JSON.parse(answer)).toEqual({ ...body, nextToken: 'first' })
})

test('bad JSON cannot be parsed, and a page is no JSON at all', () => {
  expect(() => JSON.parse(spoilt({ kind: 'badJson' }).body)).toThrow(SyntaxError)
  expect(spoilt({ kind: 'html' })).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } })
})

test('an answer without members can be deep as well', () => {
  const empty = spoilReply(faultSchema.parse({ kind: 'deepJson', depth: 1 }), request, { ...reply, body: '{}' })
  expect(JSON.parse(empty.body)).toEqual({ deep: [] })
})

test.each<[FaultInput, object]>([
  [{ kind: 'drip' }, { kind: 'drip', everyMs: 1_000 }],
  [
    { kind: 'hugeBody', bytes: 5 },
    { kind: 'padded', bytes: 5 },
  ],
  [{ kind: 'reset' }, { kind: 'cut' }],
])('%j changes only how the answer comes', (fault, delivery) => {
  expect(spoilt(fault)).toEqual({ ...reply, delivery })
})

const reply: Reply = { status: 200, headers: {}, body: JSON.stringify(body) }
const request: HttpRequest = { method: 'POST', target: '/cases', headers: {}, body: '' }

function spoilt(fault: FaultInput, given: Partial<HttpRequest> = {}): Reply {
  return spoilReply(faultSchema.parse(fault), { ...request, ...given }, reply)
}
