import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createScriptedBackend } from '../cases/testing/scripted-backend.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { loadWords } from '../locales/load-words.ts'
import { fixedSignIn } from '../sign-in/testing/fixed-sign-in.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'

const globalsBefore = Object.getOwnPropertyNames(globalThis)
const { ContactCases, ContactCasesProvider, useContactCases, useDesk } = await import('../index.ts')

const setup = () => ({
  source: createMemorySource(deskOf([contactOf('c-1')], 'c-1')),
  client: createScriptedBackend().client,
})

test('importing the library leaves the global object alone, where there is no document', () => {
  expect(typeof document).toBe('undefined')
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(globalsBefore)
})

test('a server renders a panel that connects, and asks for nothing', () => {
  const { client, calls } = createScriptedBackend()
  const html = renderToString(createElement(ContactCases, { ...setup(), client, theme: 'dark', density: 'compact' }))
  expect(html).toMatch(
    /^<section class="contact-cases" aria-label="Contact cases" lang="en" dir="ltr" data-theme="dark"/,
  )
  expect(html).toContain('Waiting for Amazon Connect to answer.')
  expect(calls).toEqual([])
})

test('a server renders the language it is given', async () => {
  const html = renderToString(createElement(ContactCases, { ...setup(), words: await loadWords('de') }))
  expect(html).toContain('lang="de"')
})

test('a server shows nobody’s contact, whoever is signed in there', () => {
  const signIn = fixedSignIn({ status: 'signedIn', subject: 'ann', session: 1 })
  const html = renderToString(createElement(ContactCases, { ...setup(), signIn }))
  expect(html).toContain('Signing in')
  expect(html).not.toContain('Billing')
})

function Own() {
  return `${useDesk().status} ${useContactCases()}`
}

test('a desktop’s own parts render on a server too, without a contact', () => {
  // biome-ignore lint/correctness/noChildrenProp: this file has no JSX, and the types want them with the others.
  const html = renderToString(createElement(ContactCasesProvider, { ...setup(), children: createElement(Own) }))
  expect(html).toBe('connecting null')
})
