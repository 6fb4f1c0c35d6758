import { expect, test } from 'vitest'
import type { ListRow } from '../../cases/template-rows.ts'
import { indexRows, keepPlace, noPlace, placeOf } from './row-place-kept.ts'
import { caseRow, manyRows, templateRow } from './testing/rows.ts'

const rows = manyRows(5)
const keep = (place: ReturnType<typeof placeOf>, next: readonly ListRow[]) => keepPlace(place, next, indexRows(next))

test('a place in the same rows is the same object', () => {
  const place = placeOf(rows, 3)
  expect(keep(place, manyRows(9))).toBe(place)
})

test('a row that moved keeps the place', () => {
  expect(keep(placeOf(rows, 3), [templateRow('new'), ...rows])).toMatchObject({ key: 'case 3', index: 4 })
})

test('a row that is gone leaves the place to the next, or to the last', () => {
  expect(keep(placeOf(rows, 3), [...rows.slice(0, 3), ...rows.slice(4)])).toMatchObject({ key: 'case 4', index: 3 })
  expect(keep(placeOf(rows, 5), rows.slice(0, 2))).toMatchObject({ key: 'case 1', index: 1 })
})

test('a row that was folded away leaves the place to its template', () => {
  const folded = [templateRow('a'), templateRow('general', { collapsed: true }), templateRow('z')]
  expect(keep(placeOf(rows, 3), folded)).toMatchObject({ key: 'template general', index: 1 })
})

test('before anybody was in the list the place is the first row', () => {
  expect(keep(noPlace, [caseRow('1')])).toMatchObject({ key: 'case 1', index: 0 })
})

test('an empty list keeps the place for when rows come back', () => {
  const place = placeOf(rows, 3)
  expect(keep(place, [])).toBe(place)
})
