import { QueryClient } from '@tanstack/react-query'
import { cleanup, renderHook } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { arnOf } from '../cases/testing/arns.ts'
import {
  type Call,
  createScriptedBackend,
  deletedTemplate,
  details,
  failedCase,
  foundCase,
  page,
  problem,
  templates,
} from '../cases/testing/scripted-backend.ts'
import { contactOf } from './testing/desk-builders.ts'
import { useHeldCounts } from './use-held-counts.ts'
import { useShownCases } from './use-shown-cases.ts'

type Answers = Partial<Record<string, (call: Call) => Response>>

/** Answers by contact, by token of details, or by the kind of request; what has no answer waits for ever. */
const by = (answers: Answers) => (call: Call) => {
  const name = call.contactArn?.split('/').at(-1) ?? call.detailsToken ?? call.templateId ?? call.route
  const answer = answers[name]?.(call)
  if (answer) call.answer(answer)
}

function setUp(answers: Answers) {
  onTestFinished(cleanup)
  const backend = createScriptedBackend(by({ templates: () => templates('General'), ...answers }))
  const queryClient = new QueryClient()
  // Not StrictMode itself: directly under the root it mounts everything twice, and what is read is read twice.
  const wrapper = ({ children }: { children: ReactNode }) => <StrictMode>{children}</StrictMode>
  return { ...backend, queryClient, memory: { client: backend.client, queryClient }, wrapper }
}

/** The state that the hook gives for a contact, as of the last render. */
function show(answers: Answers, contact = contactOf('c-1')) {
  const { wrapper, ...world } = setUp(answers)
  const { result, rerender, unmount } = renderHook(() => useShownCases(world.memory, contact), { wrapper })
  const cases = () => (result.current.view.status === 'rows' ? result.current.view.cases : [])
  const brief = () =>
    cases().map(({ caseId, details: { status, ...more } }) =>
      'found' in more ? `${caseId}: ${more.found.title}` : `${caseId} ${status}`,
    )
  return { ...world, state: () => result.current, cases, brief, rerender, unmount }
}

test('rows are there with their ids, and fill when the details come', async () => {
  const panel = show({ 'c-1': () => page(['a', 'b'], null, { detailsToken: 'd-1' }) })
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a loading', 'b loading']))
  panel.calls.findLast((call) => call.route === 'case-details')?.answer(details('a', failedCase('b', 'throttled')))
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a: Title of a', 'b failed']))
})

test('a failed row is asked for again on its own', async () => {
  const panel = show({
    'c-1': () => page(['a', 'b'], null, { detailsToken: 'd-1' }),
    'd-1': (call) => (call.caseIds === null ? details('a', failedCase('b', 'throttled')) : details(...call.caseIds)),
  })
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a: Title of a', 'b failed']))
  panel.state().retryDetails('b')
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a: Title of a', 'b: Title of b']))
})

test('a case that only the initial contact has gets its details too', async () => {
  const panel = show(
    {
      'c-1': () => page(['both'], null, { detailsToken: 'd-1' }),
      'c-0': () => page(['both', 'old'], null, { detailsToken: 'd-0' }),
      'd-1': () => problem('upstream_denied'),
      'd-0': () => details('both', 'old'),
    },
    contactOf('c-1', { initialContactArn: arnOf('c-0') }),
  )
  await vi.waitFor(() => expect(panel.brief()).toEqual(['both: Title of both', 'old: Title of old']))
})

test('cases keep their identity while nothing changed', async () => {
  const panel = show({ 'c-1': () => page(['a'], null, { detailsToken: 'd-1' }), 'd-1': () => details('a') })
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a: Title of a']))
  const before = panel.state()
  panel.rerender()
  expect(panel.cases()).toBe(before.view.status === 'rows' && before.view.cases)
  expect(panel.state().templates).toBe(before.templates)
})

test('a template that the list does not have is asked for by its id', async () => {
  const panel = show({
    'c-1': () => page(['a'], null, { templateId: 'old' }),
    old: () => deletedTemplate('old', 'Old'),
  })
  await vi.waitFor(() =>
    expect(panel.state().templates).toEqual([
      { templateId: 'general', name: 'General', status: 'Active' },
      { templateId: 'old', name: 'Old', status: 'Deleted' },
    ]),
  )
})

test('without the list of templates, none is asked for by its id', async () => {
  const panel = show({ 'c-1': () => page(['a']), templates: () => problem('upstream_denied') })
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a none']))
  expect(panel.state().templates).toBeNull()
  expect(panel.calls.map((call) => call.route)).not.toContain('template')
})

test('a refresh keeps what is on screen, and then says what changed', async () => {
  let read = 0
  const panel = show({
    'c-1': () => {
      read += 1
      return page(read === 1 ? ['a', 'b'] : ['b', 'c'], null, { detailsToken: `d-${read}` })
    },
    'd-1': () => details('a', foundCase('b', { title: 'Before' })),
  })
  await vi.waitFor(() => expect(panel.brief()).toEqual(['a: Title of a', 'b: Before']))
  expect(panel.state().changed).toBeNull()
  panel.state().refresh()
  await vi.waitFor(() => expect(panel.brief()).toEqual(['b: Before', 'c loading']))
  expect(panel.state().changed).toMatchObject({ appeared: new Set(['c']), vanished: 1, at: expect.any(Number) })
  panel.calls.findLast((call) => call.route === 'case-details')?.answer(details('b', 'c'))
  await vi.waitFor(() => expect(panel.brief()).toEqual(['b: Title of b', 'c: Title of c']))
})

test('a read ahead that was throttled is not asked again by viewing, before the time that the server named', async () => {
  const { wrapper, client, queryClient, memory, calls } = setUp({
    'c-1': () => problem('throttled', { 'retry-after': '60' }),
    'c-2': () => problem('upstream_denied'),
  })
  const asked = () => calls.flatMap((call) => call.contactArn?.split('/').at(-1) ?? [])
  for (const contact of ['c-1', 'c-2']) {
    const query = contactCasesQuery(client, arnOf(contact))
    await queryClient.infiniteQuery({ ...query, staleTime: 0 }).catch(() => {})
  }
  expect(asked()).toEqual(['c-1', 'c-2'])
  const early = renderHook(() => useShownCases(memory, contactOf('c-1')), { wrapper })
  expect(early.result.current.view).toMatchObject({ status: 'failed', problem: { retryAfterMs: 60_000 } })
  renderHook(() => useShownCases(memory, contactOf('c-2')), { wrapper })
  await vi.waitFor(() => expect(asked()).toEqual(['c-1', 'c-2', 'c-2']))
})

test('cases of held contacts are counted without asking for them', async () => {
  const { wrapper, client, queryClient, memory, calls } = setUp({ 'c-1': () => page(['a', 'b'], 'next') })
  const contacts = [contactOf('c-1'), contactOf('c-2')]
  const { result, rerender } = renderHook(() => useHeldCounts(memory, contacts), { wrapper })
  expect(result.current).toEqual([null, null])
  await queryClient.infiniteQuery({ ...contactCasesQuery(client, arnOf('c-1')), staleTime: 0 })
  await vi.waitFor(() => expect(result.current).toEqual([{ loaded: 2, hasNext: true }, null]))
  const before = result.current
  rerender()
  expect(result.current).toBe(before)
  expect(calls).toHaveLength(1)
})
