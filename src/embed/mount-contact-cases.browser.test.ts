import { act, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createScriptedBackend, page } from '../cases/testing/scripted-backend.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { answerBy } from '../panel/testing/answer-by.ts'
import { contactOf, deskOf } from '../panel/testing/desk-builders.ts'
import { caseIds } from '../panel/testing/render-panel.tsx'
import { mountContactCases } from './mount-contact-cases.tsx'

function setUp() {
  const element = document.createElement('div')
  document.body.append(element)
  onTestFinished(() => element.remove())
  const { client, calls } = createScriptedBackend(answerBy({ 'c-1': () => page(['a']) }))
  return { element, source: createMemorySource(deskOf([contactOf('c-1')], 'c-1')), client, calls }
}

async function mounted() {
  const { element, ...setup } = setUp()
  const panel = await act(async () => mountContactCases(element, setup))
  onTestFinished(() => act(async () => panel.unmount()))
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  return { element, panel, ...setup }
}

test('a page without React shows the cases of the contact', async () => {
  await mounted()
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Billing')
})

test('options change one by one, the others stay, and nothing is asked again', async () => {
  const { panel, calls } = await mounted()
  const asked = calls.length
  const root = () => screen.getByRole('region', { name: 'Contact cases' })
  await act(async () => panel.update({ density: 'compact', caseUrlTemplate: '#{caseId}' }))
  expect(root()).toHaveAttribute('data-density', 'compact')
  await act(async () => panel.update({ density: undefined }))
  expect(root()).toHaveAttribute('data-density', 'comfortable')
  expect(screen.getByRole('link', { name: /^a / })).toBeVisible()
  expect(calls).toHaveLength(asked)
})

test('unmounting leaves the element empty and nobody listening, and it can be mounted anew', async () => {
  const { element, panel, source, client } = await mounted()
  const subscribe = vi.spyOn(source, 'subscribe')
  await act(async () => panel.unmount())
  panel.unmount()
  expect(element.childNodes).toHaveLength(0)
  source.set(deskOf([contactOf('c-2')], 'c-2'))
  expect(element.childNodes).toHaveLength(0)
  expect(() => panel.update({})).toThrow('mountContactCases: the panel was unmounted. Mount another.')
  const again = await act(async () => mountContactCases(element, { source, client }))
  expect(subscribe).toHaveBeenCalled()
  await act(async () => again.unmount())
})

test('every listener of the source and of the document goes with the panel', async () => {
  const { element, source, client } = setUp()
  let listening = 0
  const counted = {
    getSnapshot: source.getSnapshot,
    subscribe(onChange: () => void) {
      const undo = source.subscribe(onChange)
      listening += 1
      return () => {
        listening -= 1
        undo()
      }
    },
  }
  const [add, remove] = [vi.spyOn(document, 'addEventListener'), vi.spyOn(document, 'removeEventListener')]
  const visibility = () =>
    [add, remove].map(({ mock }) => mock.calls.filter(([type]) => type === 'visibilitychange').length)
  const panel = await act(async () => mountContactCases(element, { source: counted, client }))
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(listening).toBeGreaterThan(0)
  await act(async () => panel.unmount())
  expect(listening).toBe(0)
  const [added, removed] = visibility()
  expect(removed).toBe(added)
  vi.restoreAllMocks()
})

test('what cannot be mounted is said in one sentence', async () => {
  const { element, source, client } = await mounted()
  expect(() => mountContactCases(element, { source, client })).toThrow(
    'mountContactCases: the element has a panel already. Call its `update` or `unmount`.',
  )
  // As a page without types calls it.
  const mount = (...args: unknown[]) => Reflect.apply(mountContactCases, undefined, args)
  expect(() => mount(document.getElementById('panle'), { source, client })).toThrow(
    'mountContactCases: there is no element to show it in.',
  )
  const other = document.createElement('div')
  expect(() => mount(other, { client })).toThrow(
    'mountContactCases needs a `source`. Make one with createStreamsSource.',
  )
  expect(() => mount(other, { source, client: '/api' })).toThrow(
    'mountContactCases needs a `client`. Make one with createCasesClient.',
  )
  expect(() => mount(other)).toThrow('mountContactCases needs a `source`. Make one with createStreamsSource.')
})
