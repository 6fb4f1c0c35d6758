import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { holdCases } from './hold-cases.ts'
import { arnOf } from './testing/arns.ts'
import { createScriptedBackend } from './testing/scripted-backend.ts'

test('a contact that rings waits behind those that were accepted, and what it was transferred from behind both', () => {
  const { client, calls } = createScriptedBackend()
  const memory = { client, queryClient: new QueryClient() }
  for (const [contactArn, throughContactArn] of [
    [arnOf('c-1'), null],
    [arnOf('c-0'), arnOf('c-1')],
  ] as const) {
    onTestFinished(holdCases(memory, contactArn, { readAhead: true, throughContactArn }))
  }
  expect(calls.map(({ contactArn, priority }) => [contactArn, priority])).toEqual([
    [arnOf('c-1'), 'u=2'],
    [arnOf('c-0'), 'u=3'],
  ])
})
