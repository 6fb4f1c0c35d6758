import { expect, test } from 'vitest'
import { templateAt, toRowPlaces } from './row-places.ts'
import { caseRow, templateRow } from './testing/rows.ts'

const grouped = [
  templateRow('a'),
  caseRow('1', { templateId: 'a' }),
  caseRow('2', { templateId: 'a' }),
  templateRow('b'),
  templateRow('c'),
  caseRow('3', { templateId: 'c' }),
]

test('a case says its place among the cases of its template, a template its place among templates', () => {
  expect(toRowPlaces(grouped)).toEqual([
    { level: 1, position: 1, siblings: 3 },
    { level: 2, position: 1, siblings: 2 },
    { level: 2, position: 2, siblings: 2 },
    { level: 1, position: 2, siblings: 3 },
    { level: 1, position: 3, siblings: 3 },
    { level: 2, position: 1, siblings: 1 },
  ])
})

test('where nothing is grouped every case is of the first level', () => {
  expect(toRowPlaces([caseRow('1'), caseRow('2')])).toEqual([
    { level: 1, position: 1, siblings: 2 },
    { level: 1, position: 2, siblings: 2 },
  ])
})

test('an empty list has no places', () => {
  expect(toRowPlaces([])).toEqual([])
})

test.each([
  [0, 0],
  [2, 0],
  [3, 3],
  [5, 4],
  [99, 4],
  [-1, -1],
])('at row %i the template is row %i', (index, template) => {
  expect(templateAt(grouped, index)).toBe(template)
})

test('where nothing is grouped there is no template', () => {
  expect(templateAt([caseRow('1')], 0)).toBe(-1)
})
