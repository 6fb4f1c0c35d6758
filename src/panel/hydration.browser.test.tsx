import { act, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createScriptedBackend, page } from '../cases/testing/scripted-backend.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { ContactCases } from './contact-cases.tsx'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { caseIds } from './testing/render-panel.tsx'

test('a panel takes over what a server rendered, without a warning, and shows the contact of the desk', async () => {
  const says = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  const onRecoverableError = vi.fn()
  const source = createMemorySource(deskOf([contactOf('c-1')], 'c-1'))
  const { client } = createScriptedBackend(answerBy({ 'c-1': () => page(['a']) }))
  // What an agent set in this browser, and no server knows.
  localStorage.setItem('contact-cases domain', JSON.stringify({ grouped: false, shortcuts: false }))
  const panel = <ContactCases source={source} client={client} />
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = renderToString(panel)
  const root = await act(async () => hydrateRoot(container, panel, { onRecoverableError }))
  onTestFinished(async () => {
    await act(async () => root.unmount())
    container.remove()
    localStorage.clear()
  })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  expect(screen.queryByRole('row', { name: /General/ })).toBeNull()
  expect(onRecoverableError).not.toHaveBeenCalled()
  for (const spy of says) expect(spy).not.toHaveBeenCalled()
})
