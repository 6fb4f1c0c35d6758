import { expect, test } from 'vitest'
import { createSwitchboard } from './switchboard.ts'

test('the last thousand messages are kept, each with its number', () => {
  const switchboard = createSwitchboard(() => 7)
  for (let count = 0; count < 1001; count++) switchboard.say('frame', { type: `said-${count}` })
  switchboard.writeHeard('frame', { type: 'healthCheck' })
  const lines = switchboard.logs()
  expect(lines).toHaveLength(1000)
  expect(lines[0]?.number).toBe(2)
  expect(lines.at(-1)).toEqual({
    number: 1001,
    at: 7,
    frameId: 'frame',
    from: 'app',
    message: { type: 'healthCheck' },
  })
})
