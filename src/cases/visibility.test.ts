import { expect, onTestFinished, test, vi } from 'vitest'
import { documentVisibility } from './visibility.ts'

test('a panel is shown while its document is, and hears of each change until it leaves', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  onTestFinished(() => void vi.unstubAllGlobals())
  const seen: boolean[] = []
  const leave = documentVisibility.subscribe(() => void seen.push(documentVisibility.isShown()))
  for (const state of ['hidden', 'visible']) {
    page.visibilityState = state
    page.dispatchEvent(new Event('visibilitychange'))
  }
  leave()
  page.dispatchEvent(new Event('visibilitychange'))
  expect(seen).toEqual([false, true])
})
