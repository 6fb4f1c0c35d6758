import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAppeared } from './use-appeared.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const changes = (at: number, ...appeared: string[]) => ({ at, appeared: new Set(appeared), vanished: 0 })
type Changes = ReturnType<typeof changes> | null

function renderAppeared(initialProps: Changes) {
  const { result, rerender } = renderHook((changed: Changes) => [...useAppeared(changed)], { initialProps })
  return { marked: () => result.current, rerender }
}

test('what a refresh brought is marked for four seconds', () => {
  const { marked, rerender } = renderAppeared(null)
  expect(marked()).toEqual([])
  rerender(changes(1, 'a', 'b'))
  act(() => vi.advanceTimersByTime(3999))
  expect(marked()).toEqual(['a', 'b'])
  act(() => vi.advanceTimersByTime(1))
  expect(marked()).toEqual([])
})

test('the next refresh marks its own, for four seconds of their own', () => {
  const { marked, rerender } = renderAppeared(null)
  rerender(changes(1, 'a'))
  act(() => vi.advanceTimersByTime(3000))
  rerender(changes(2, 'b'))
  act(() => vi.advanceTimersByTime(3000))
  expect(marked()).toEqual(['b'])
})

test('what was there before the contact was viewed again is not new', () => {
  expect(renderAppeared(changes(1, 'a')).marked()).toEqual([])
})
