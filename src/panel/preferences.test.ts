import { expect, test, vi } from 'vitest'
import { createPreferences } from './preferences.ts'

/** Storage that keeps what it is given. */
function memoryStorage(stored: string | null = null) {
  const items = new Map(stored === null ? [] : [['key', stored]])
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

const defaults = { grouped: true, order: 'listed', collapsed: [], shortcuts: true, fieldLine: false }

test('what was set is found again', () => {
  const storage = memoryStorage()
  createPreferences(storage, 'key').set({ order: 'status', collapsed: ['general'] })
  expect(createPreferences(storage, 'key').get()).toEqual({ ...defaults, order: 'status', collapsed: ['general'] })
})

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another kind of value', '[1]'],
  ['null', 'null'],
])('storage that holds %s gives the defaults', (_, stored) => {
  expect(createPreferences(memoryStorage(stored), 'key').get()).toEqual(defaults)
})

test('a value that is not known any more costs only itself', () => {
  const stored = JSON.stringify({ order: 'owner', grouped: false, shortcuts: 'yes', collapsed: [1] })
  expect(createPreferences(memoryStorage(stored), 'key').get()).toEqual({ ...defaults, grouped: false })
})

test('storage that is forbidden or full does not stop a choice', () => {
  const forbid = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  const preferences = createPreferences({ getItem: forbid, setItem: forbid }, 'key')
  preferences.set({ grouped: false })
  expect(preferences.get()).toEqual({ ...defaults, grouped: false })
})

test('listeners hear of each change until they leave, and what nobody changed stays the same object', () => {
  const preferences = createPreferences(memoryStorage(), 'key')
  const listener = vi.fn()
  const leave = preferences.subscribe(listener)
  expect(preferences.get()).toBe(preferences.get())
  preferences.set({ grouped: false })
  leave()
  preferences.set({ grouped: true })
  expect(listener).toHaveBeenCalledTimes(1)
})
