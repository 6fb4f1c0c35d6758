import { expect, test } from 'vitest'
import { allStates } from './all-states.ts'

const states = allStates(Date.UTC(2026, 2, 11, 9, 41)).flatMap((group) => group.states)

test('each state has an id of its own, as it stands in its link', () => {
  const ids = states.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/)
})

test('each state is described in one sentence', () => {
  for (const { id, description } of states) expect(description, id).toMatch(/^[A-Z0-9][^.!?]*\.$/)
})

test('states differ in what surrounds the panel, not in time: the same moment gives the same states', () => {
  const again = allStates(Date.UTC(2026, 2, 11, 9, 41)).flatMap((group) => group.states)
  expect(again.map(({ desk, backend }) => [desk, backend.cases('', 1)])).toEqual(
    states.map(({ desk, backend }) => [desk, backend.cases('', 1)]),
  )
})
