import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { holdCases } from './hold-cases.ts'
import { arnOf } from './testing/arns.ts'
import { createScriptedBackend } from './testing/scripted-backend.ts'

test('a contact that is read ahead waits behind those that are looked at', () => {
  const { client, calls } = createScriptedBackend()
  onTestFinished(
    holdCases({ client, queryClient: new QueryClient() }, arnOf('c-1'), { readAhead: true, throughContactArn: null }),
  )
  expect(calls).toMatchObject([{ route: 'list-cases-for-contact', priority: 'u=3' }])
})
