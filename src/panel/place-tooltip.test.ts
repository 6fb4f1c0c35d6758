import { expect, test } from 'vitest'
import { placeTooltip } from './place-tooltip.ts'

const frame = { width: 320, height: 400 }
const tooltip = { width: 100, height: 24 }
const anchorAt = (left: number, top: number) => ({ left, top, width: 28, height: 28, bottom: top + 28 })

test('a tooltip stands centred under its element', () => {
  expect(placeTooltip(anchorAt(146, 100), tooltip, frame)).toEqual({ left: 110, top: 132 })
})

test('at an edge it moves inwards', () => {
  expect(placeTooltip(anchorAt(0, 100), tooltip, frame).left).toBe(4)
  expect(placeTooltip(anchorAt(292, 100), tooltip, frame).left).toBe(216)
})

test('without room below it stands above', () => {
  expect(placeTooltip(anchorAt(146, 370), tooltip, frame).top).toBe(342)
})

test('one that is wider than the frame begins at its start', () => {
  expect(placeTooltip(anchorAt(146, 100), { width: 500, height: 24 }, frame).left).toBe(4)
})
