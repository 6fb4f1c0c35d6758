import { afterEach, expect, test, vi } from 'vitest'
import { pagePreferences } from './page-preferences.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

test('the browser keeps preferences, for each domain its own', () => {
  pagePreferences('domain-1').set({ grouped: false })
  expect(pagePreferences('domain-1').get().grouped).toBe(false)
  expect(pagePreferences('domain-2').get().grouped).toBe(true)
})

test('a browser that blocks storage costs only the memory of it', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  const preferences = pagePreferences('domain-1')
  preferences.set({ grouped: false })
  expect(preferences.get().grouped).toBe(false)
})
