import { expect, test } from 'vitest'
import { workShifts } from '../support/desk-shifts.ts'

test('twenty random shifts raise every callback of the real Streams, with no page error', async () => {
  const counts = await workShifts({ shifts: 20, seed: 1, desks: 4 })
  expect(Object.keys(counts).filter((name) => counts[name] === 0)).toEqual([])
  // Lest the list above is empty because nothing was watched.
  expect(Object.keys(counts).length).toBeGreaterThanOrEqual(30)
  // Each contact is heard of once, ends once and goes once.
  expect(counts['contact.onEnded']).toBe(counts['contact'])
  expect(counts['contact.onDestroy']).toBe(counts['contact'])
}, 60_000)
