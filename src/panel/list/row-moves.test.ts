import { expect, test } from 'vitest'
import { moveFrom } from './row-moves.ts'

test.each([
  ['next', 4, 5],
  ['next', 9, 9],
  ['previous', 4, 3],
  ['previous', 0, 0],
  ['first', 4, 0],
  ['last', 4, 9],
  ['pageDown', 4, 7],
  ['pageDown', 8, 9],
  ['pageUp', 4, 1],
  ['pageUp', 1, 0],
] as const)('of ten rows and three in sight, %s leads from %i to %i', (move, from, to) => {
  expect(moveFrom(from, move, 10, 3)).toBe(to)
})

test('a page is at least one row, however low the panel is', () => {
  expect(moveFrom(4, 'pageDown', 10, 0)).toBe(5)
})
