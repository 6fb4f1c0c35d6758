import { expect, test } from 'vitest'
import { agentId } from './agent-id.ts'

test('an agent has the same id each time, in the form of a UUID, and no other agent has it', () => {
  expect(agentId('ada')).toBe(agentId('ada'))
  const ids = ['ada', 'ben', 'chiara', '', 'Zoë'].map(agentId)
  expect(new Set(ids).size).toBe(5)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
})
