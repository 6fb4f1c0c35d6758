import { act, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { arnOf } from '../cases/testing/arns.ts'
import { createScriptedBackend, page } from '../cases/testing/scripted-backend.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { answerBy } from '../panel/testing/answer-by.ts'
import { contactOf, deskOf } from '../panel/testing/desk-builders.ts'
import { failedDesk } from '../panel/testing/failed-desk.ts'
import { caseIds } from '../panel/testing/render-panel.tsx'
import { defineContactCases } from './define-contact-cases.ts'

function setUp() {
  const { client, calls } = createScriptedBackend(answerBy({ 'c-1': () => page(['a']) }))
  return { source: createMemorySource(deskOf([contactOf('c-1')], 'c-1')), client, calls }
}

/** Puts an element into the page, as its HTML would. */
function place(attributes: Readonly<Record<string, string>> = {}) {
  const element = document.createElement('contact-cases')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  onTestFinished(() => act(async () => element.remove()))
  return element
}

const panelRoot = () => screen.findByRole('region', { name: 'Contact cases' })

// The first test of this file must find the element undefined, as a page does that loads the script last.
test('importing defines nothing; properties that were set before the definition count', async () => {
  expect(customElements.get('contact-cases')).toBeUndefined()
  const { source, client } = setUp()
  const element = place({ theme: 'dark', density: 'compact' })
  Object.assign(element, { source, client })
  defineContactCases()
  defineContactCases()
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(element.source).toBe(source)
  const root = await panelRoot()
  expect([root.dataset['theme'], root.dataset['density']]).toEqual(['dark', 'compact'])
  expect(getComputedStyle(element).display).toBe('block')
})

test('the panel is there as soon as it has what it needs, and attributes change it', async () => {
  defineContactCases()
  const { source, client, calls } = setUp()
  const element = place({ 'case-url-template': '#{caseId}' })
  element.source = source
  await Promise.resolve()
  expect(element.childNodes).toHaveLength(0)
  element.client = client
  expect(await screen.findByRole('link', { name: /^a \(opens in a new tab\)/ })).toHaveAttribute('href', '#a')
  const asked = calls.length
  await act(async () => element.setAttribute('density', 'compact'))
  expect(await panelRoot()).toHaveAttribute('data-density', 'compact')
  await act(async () => element.removeAttribute('density'))
  expect(await panelRoot()).toHaveAttribute('data-density', 'comfortable')
  expect(calls).toHaveLength(asked)
})

test('an attribute that means nothing is left out, and said on the console', async () => {
  defineContactCases()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const element = place({ theme: 'drak' })
  Object.assign(element, setUp())
  expect(await panelRoot()).toHaveAttribute('data-theme', 'system')
  expect(warn).toHaveBeenCalledWith('<contact-cases>: theme="drak" is none of light, dark, system.')
})

test('what happens is told by events: cases, problems, and a case that the page is to open', async () => {
  defineContactCases()
  const { source, client } = setUp()
  const heard: unknown[] = []
  const element = place({ 'open-cases': 'host' })
  for (const type of ['caseschanged', 'opencase', 'problem']) {
    const onEvent = (event: Event) => heard.push([type, event instanceof CustomEvent && event.detail])
    document.body.addEventListener(type, onEvent)
    onTestFinished(() => document.body.removeEventListener(type, onEvent))
  }
  Object.assign(element, { source, client })
  ;(await screen.findAllByRole('button', { name: /^a$/ }))[0]?.click()
  await act(async () => source.set(failedDesk('signed_out')))
  expect(heard).toEqual([
    ['caseschanged', { contactArn: arnOf('c-1'), loaded: 1, hasMore: false }],
    ['opencase', { caseId: 'a' }],
    ['problem', { kind: 'desk', code: 'signed_out' }],
  ])
})

test('an element that is moved keeps its panel; one that is taken out loses it, and has another when it is back', async () => {
  defineContactCases()
  const { source, client, calls } = setUp()
  const element = place()
  Object.assign(element, { source, client })
  const root = await panelRoot()
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const asked = calls.length
  await act(async () => document.body.prepend(element))
  expect(await panelRoot()).toBe(root)
  expect(calls).toHaveLength(asked)
  await act(async () => element.remove())
  expect(element.childNodes).toHaveLength(0)
  await act(async () => document.body.append(element))
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(await panelRoot()).not.toBe(root)
})
