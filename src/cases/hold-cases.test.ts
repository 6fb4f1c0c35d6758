import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { holdCases, holdTemplates } from './hold-cases.ts'
import { arnOf } from './testing/arns.ts'
import { createScriptedBackend, page, problem } from './testing/scripted-backend.ts'

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

test('a contact that rings is read again when the server does not know the tokens of its cases any more', async () => {
  const { client, calls } = createScriptedBackend((call) => {
    if (call.route === 'list-cases-for-contact') return call.answer(page(['a'], null, { detailsToken: 'token' }))
    call.answer(problem('cursor_expired'))
  })
  const memory = { client, queryClient: new QueryClient() }
  onTestFinished(holdCases(memory, arnOf('c-1'), { readAhead: true, throughContactArn: null }))
  await vi.waitFor(() => expect(calls.filter(({ route }) => route === 'list-cases-for-contact')).toHaveLength(2))
})

test("of a desktop's own memory only what is ours is forgotten", () => {
  const memory = { client: createScriptedBackend().client, queryClient: new QueryClient() }
  memory.queryClient.setQueryData(['the desktop'], 'its own')
  const forget = holdCases(memory, arnOf('c-1'), { readAhead: true, throughContactArn: null })
  const held = holdTemplates(memory)
  held.read()
  forget()
  held.forget()
  expect(memory.queryClient.getQueryCache().getAll()).toMatchObject([{ queryKey: ['the desktop'] }])
})
