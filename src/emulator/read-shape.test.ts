import { expect, test } from 'vitest'
import { readShape } from './read-shape.ts'
import { boolean, double, integer, list, oneOf, optional, required, structure, text, union } from './shape.ts'

test('a structure is read with the members it knows, in the order of the shape', () => {
  const shape = structure({ a: required(text(1, 5)), b: optional(integer(1, 10)) })
  const reading = readShape(shape, { unknown: true, b: 2, a: 'x' })
  expect(JSON.stringify(reading)).toBe('{"ok":true,"value":{"a":"x","b":2}}')
})

test('every limit that is broken is found, with where and what', () => {
  const shape = structure({
    name: required(text(2, 3)),
    size: required(integer(1, 10)),
    order: required(oneOf('Asc', 'Desc')),
    tags: required(list(text(1, 2), 1, 2)),
    missing: required(boolean),
  })
  const reading = readShape(shape, { name: 'abcd', size: 0, order: 'Up', tags: ['', 'ok', 'ok'], missing: null })
  expect(reading).toEqual({
    ok: false,
    findings: [
      "Value 'abcd' at 'name' failed to satisfy constraint: Member must have length less than or equal to 3",
      "Value '0' at 'size' failed to satisfy constraint: Member must have value greater than or equal to 1",
      "Value 'Up' at 'order' failed to satisfy constraint: Member must satisfy enum value set: [Asc, Desc]",
      `Value '["","ok","ok"]' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 2`,
      "Value '' at 'tags.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1",
      "Value null at 'missing' failed to satisfy constraint: Member must not be null",
    ].map((text) => ({ kind: 'violation', text })),
  })
})

test('a text has the pattern of its shape', () => {
  const reading = readShape(structure({ name: required(text(1, 9, /\S$/)) }), { name: 'Lamp ' })
  const said =
    "Value 'Lamp ' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: \\S$"
  expect(reading).toEqual({ ok: false, findings: [{ kind: 'violation', text: said }] })
})

test('characters are counted, not UTF-16 units', () => {
  expect(readShape(text(1, 2), '💡💡')).toMatchObject({ ok: true })
  expect(readShape(text(1, 2), '💡💡💡')).toMatchObject({ ok: false })
})

test.each([
  [text(0, 9), 1],
  [integer(0, 9), '1'],
  [integer(0, 9), 1.5],
  [integer(0, 9), 1e300],
  [double, '1'],
  [boolean, 'true'],
  [list(double, 0, 9), { 0: 1 }],
  [list(double, 0, 9), [null]],
  [structure({}), []],
  [structure({}), null],
  [union({ a: double, b: double }), {}],
  [union({ a: double, b: double }), { a: 1, b: 1 }],
  [union({ a: double, b: double }), { a: null }],
  [union({ a: double, b: double }), { a: 1, c: 1 }],
  [union({ a: double, b: double }), { toString: 1 }],
])('another type than %j has is malformed: %j', (shape, json) => {
  expect(readShape(shape, json)).toMatchObject({ ok: false, findings: [{ kind: 'malformed' }] })
})

test('a union is read as its one member; null ones do not count', () => {
  expect(readShape(union({ a: double, b: text(0, 9) }), { a: null, b: 'x' })).toEqual({
    ok: true,
    value: { member: 'b', value: 'x' },
  })
})
