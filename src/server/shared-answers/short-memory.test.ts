import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createShortMemory } from './short-memory.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const remember = (most = 10) => createShortMemory<{ readonly of: string }>({ most, keepMs: 3_000, now: Date.now })

test('what is too old is in memory for a second more at most, though nobody asks', () => {
  const memory = remember()
  memory.set('a', { of: 'a' })
  vi.advanceTimersByTime(2_500)
  memory.set('b', { of: 'b' })
  expect(memory.get('a')).toEqual({ of: 'a' })
  vi.advanceTimersByTime(1_500)
  expect(memory.size()).toBe(1)
  expect(memory.get('b')).toEqual({ of: 'b' })
  vi.advanceTimersByTime(2_500)
  expect(memory.size()).toBe(0)
})

test('while there is nothing no timer runs', () => {
  const memory = remember()
  memory.set('a', { of: 'a' })
  memory.set('b', { of: 'b' })
  expect(vi.getTimerCount()).toBeGreaterThan(0)
  vi.advanceTimersByTime(5_000)
  expect(vi.getTimerCount()).toBe(0)
})

test('what is deleted is gone at once', () => {
  const memory = remember()
  memory.set('a', { of: 'a' })
  memory.delete('a')
  expect(memory.get('a')).toBeUndefined()
})

test('where there is no room, what was used longest ago goes', () => {
  const memory = remember(2)
  for (const of of ['a', 'b', 'c']) memory.set(of, { of })
  expect([memory.get('a'), memory.get('c')]).toEqual([undefined, { of: 'c' }])
})
