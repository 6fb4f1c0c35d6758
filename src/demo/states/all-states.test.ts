import { expect, test } from 'vitest'
import type { DemoState } from '../demo-state.ts'
import { allStates } from './all-states.ts'

const moment = Date.UTC(2026, 2, 11, 9, 41)
const statesAt = (now: number) => allStates(now).flatMap((group) => group.states)
const states = statesAt(moment)

test('each state has an id of its own, as it stands in its link', () => {
  const ids = states.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/)
})

test('each state is described in one sentence', () => {
  for (const { id, description } of states) expect(description, id).toMatch(/^[A-Z0-9][^.!?]*\.$/)
})

test('states differ in what surrounds the panel, not in time: the same moment gives the same states', () => {
  const surroundings = (state: DemoState) => ('failure' in state ? [] : [state.desk, state.backend.cases('', 1)])
  expect(statesAt(moment).map(surroundings)).toEqual(states.map(surroundings))
})
