import { expect, test } from 'vitest'
import { createRandom, pickWeighted } from './random.ts'
import { randomShift } from './random-shift.ts'

test('a seed always gives the same shift, and another seed another one', () => {
  expect(randomShift(7, 50)).toEqual(randomShift(7, 50))
  const shifts = new Set(Array.from({ length: 100 }, (_, seed) => JSON.stringify(randomShift(seed, 50))))
  expect(shifts.size).toBe(100)
})

test('in a few shifts there is every kind of event', () => {
  const steps = Array.from({ length: 20 }, (_, seed) => randomShift(seed, 50)).flat()
  expect([...new Set(steps.flatMap(Object.keys))].sort()).toMatchInlineSnapshot(`
    [
      "accept",
      "close",
      "conference",
      "consult",
      "dropThirdParty",
      "end",
      "enqueueAgentState",
      "fail",
      "miss",
      "pause",
      "reject",
      "resume",
      "ring",
      "session",
      "setAgentState",
      "signIn",
      "transfer",
      "view",
      "waitUntil",
    ]
  `)
  const rung = steps.flatMap((step) => ('ring' in step ? [step.ring.channel] : []))
  expect(new Set(rung)).toEqual(new Set(['voice', 'chat', 'task', 'email', 'queue_callback']))
})

test('random numbers lie between 0 and 1, evenly', () => {
  const random = createRandom(1)
  const tenths = Array.from({ length: 10_000 }, () => Math.floor(random() * 10))
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = tenths.filter((found) => found === tenth).length
    expect(share).toBeGreaterThan(850)
    expect(share).toBeLessThan(1150)
  }
})

test('the heavier an item, the more numbers pick it', () => {
  const items = [
    { name: 'light', weight: 1 },
    { name: 'heavy', weight: 3 },
  ]
  expect([0, 0.24, 0.26, 0.99].map((random) => pickWeighted(items, random).name)).toEqual([
    'light',
    'light',
    'heavy',
    'heavy',
  ])
  expect(() => pickWeighted([], 0.5)).toThrow('nothing to pick')
})
