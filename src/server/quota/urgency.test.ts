import { expect, test } from 'vitest'
import { parseUrgency, purposeOf } from './urgency.ts'

test.each([
  ['u=1', 1],
  ['u=0', 0],
  ['i, u=7', 7],
  ['u=4, i', 4],
  ['u=4;x=1', 4],
  ['u=2, u=5', 5],
  [null, 3],
  ['', 3],
  ['i', 3],
  ['u=8', 3],
  ['u=-1', 3],
  ['u=11', 3],
  ['u="1"', 3],
  ['urgent', 3],
])('Priority: %s is of urgency %i', (header, urgency) => {
  expect(parseUrgency(header)).toBe(urgency)
})

test('each urgency is for the next more urgent purpose that there is', () => {
  expect(([0, 1, 2, 3, 4, 5, 6, 7] as const).map(purposeOf)).toEqual([
    ...['shown', 'shown', 'ringing', 'more', 'details', 'details', 'refreshing', 'refreshing'],
  ])
})
