import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasRepeatedMember } from './repeated-member.ts'

test('no JSON of one object has a member twice, whatever its texts hold', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => !hasRepeatedMember(JSON.stringify(value, null, 2))))
})

test.each([
  '{"sub":"a","sub":"b"}',
  String.raw`{"sub":"a","s\u0075b":"b"}`,
  '{"a":{"b":1,"c":[{"d":1,"d":2}]}}',
  '{"a":{"x":1},"b":2,"a":3}',
  '{"a":1,"b":[{"x":1},["y"]],"a":2}',
  String.raw`{"\"":1, "\"" : 2}`,
])('a member that is there twice is found: %s', (json) => {
  expect(JSON.parse(json)).toBeDefined()
  expect(hasRepeatedMember(json)).toBe(true)
})

test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":2}]', '{"a":"a","b":"a"}', String.raw`{"a":"\",\"a\":"}`])(
  'one name in several objects is no repetition: %s',
  (json) => expect(hasRepeatedMember(json)).toBe(false),
)
