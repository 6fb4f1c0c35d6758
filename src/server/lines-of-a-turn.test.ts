import { setImmediate as endOfTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { linesOfATurn } from './lines-of-a-turn.ts'

test('the lines of one turn are one write, in their order, and nothing waits for a later one', async () => {
  const written: string[] = []
  const lines = linesOfATurn((text) => written.push(text))
  lines.write('one\n')
  lines.write('two\n')
  expect(written).toEqual([])
  await endOfTurn()
  expect(written).toEqual(['one\ntwo\n'])
  lines.write('three\n')
  await endOfTurn()
  expect(written).toEqual(['one\ntwo\n', 'three\n'])
})

test('what waits is written when it is told to, once', async () => {
  const written: string[] = []
  const lines = linesOfATurn((text) => written.push(text))
  lines.write('one\n')
  lines.flush()
  await endOfTurn()
  expect(written).toEqual(['one\n'])
})
