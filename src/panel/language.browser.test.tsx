import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { loadWords } from '../locales/load-words.ts'
import { createWords } from '../locales/words.ts'
import { deskOf } from './testing/desk-builders.ts'
import { renderPanel } from './testing/render-panel.tsx'

test('the panel speaks the language it is told, and says which it is', async () => {
  const { messages } = await loadWords('de')
  renderPanel({ desk: deskOf([]), locale: 'de-AT' })
  const panel = await screen.findByRole('region', { name: messages.panel })
  expect(panel).toHaveAttribute('lang', expect.stringMatching(/^de/))
  expect(await screen.findByText(messages.noContact.title)).toBeVisible()
})

test('without a language it is English', () => {
  renderPanel({ desk: deskOf([]) })
  expect(screen.getByRole('region', { name: 'Contact cases' })).toHaveAttribute('lang', 'en')
})

test('words that are there already need no loading, and bring their direction', () => {
  renderPanel({ desk: deskOf([]), words: createWords('en', en, { direction: 'rtl' }) })
  expect(screen.getByRole('region', { name: 'Contact cases' })).toHaveAttribute('dir', 'rtl')
})
