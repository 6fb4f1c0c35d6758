import { QueryClient, type QueryKey, QueryObserver, type QueryObserverOptions } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CasesError } from './cases-problem.ts'
import { templateQuery, templatesQuery, unlistedTemplates } from './templates-query.ts'
import { type Call, createScriptedBackend, deletedTemplate, problem, templates } from './testing/scripted-backend.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000

function withMemory(rule: (call: Call) => void) {
  const backend = createScriptedBackend(rule)
  const queryClient = new QueryClient()
  return {
    ...backend,
    /** Someone looks at what the query reads, for a moment; then time passes. */
    async look<T, K extends QueryKey>(query: QueryObserverOptions<T, CasesError, T, T, K>, thenMs = 0) {
      const leave = new QueryObserver(queryClient, query).subscribe(() => {})
      await vi.advanceTimersByTimeAsync(10_000)
      leave()
      await vi.advanceTimersByTimeAsync(thenMs)
      return queryClient.getQueryData(query.queryKey ?? [])
    },
  }
}

test('a list of templates serves for ten minutes, and stays half an hour for when it cannot be read', async () => {
  const { client, calls, look } = withMemory((call) => call.answer(templates('General')))
  const query = templatesQuery(client)
  await look(query, 9 * minute)
  await look(query, 1 * minute)
  expect(calls).toHaveLength(1)
  expect(await look(query, 29 * minute)).toMatchObject([{ name: 'General' }])
  expect(calls).toHaveLength(2)
  expect(await look(query, 30 * minute)).toBeUndefined()
})

test('a template that the list does not have is asked for once a session', async () => {
  const { client, calls, look } = withMemory((call) => call.answer(deletedTemplate(String(call.templateId), 'Old')))
  expect(await look(templateQuery(client, 'old'), 600 * minute)).toMatchObject({ name: 'Old', status: 'Deleted' })
  expect(await look(templateQuery(client, 'old'))).toMatchObject({ name: 'Old' })
  expect(calls.map(({ templateId }) => templateId)).toEqual(['old'])
})

test.each([
  ['that may pass is tried once more', () => problem('upstream_unavailable'), 2],
  ['that stays is not tried again', () => problem('upstream_denied'), 1],
])(
  'a template whose reading fails for a reason %s, and its cases are there without its name',
  async (_, answer, times) => {
    const { client, calls, look } = withMemory((call) => call.answer(answer()))
    await look(templateQuery(client, 'old'))
    await look(templateQuery(client, 'old'))
    expect(calls).toHaveLength(times)
  },
)

const listed = [{ templateId: 'refund', name: 'Refund', status: 'Active' }] as const
const cases = [{ templateId: 'old' }, { templateId: 'refund' }, { templateId: 'old' }, { templateId: 'older' }]

test('templates that cases have and the list does not are told once each', () => {
  expect(unlistedTemplates(cases, listed)).toEqual(['old', 'older'])
})

test('without a list no template is missing in it', () => {
  expect(unlistedTemplates(cases, null)).toEqual([])
})
