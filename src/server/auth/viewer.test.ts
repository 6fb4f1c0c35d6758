import { expect, test } from 'vitest'
import { anyone, ownerOf } from './viewer.ts'

test('what is sealed for an agent is theirs at their issuer, and what is sealed for anyone is nobody’s', () => {
  const ann = { kind: 'agent', issuer: 'i', subject: 's', user: 'ann', isSupervisor: false } as const
  expect([ownerOf(ann), ownerOf(anyone)]).toEqual([['i', 's'], []])
})
