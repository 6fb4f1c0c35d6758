import { expect, test } from 'vitest'
import { emptyDesk } from '../desk/desk.ts'
import { createSavedDesk } from './saved-desk.ts'

function storage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  }
}

test('a desk comes back as it was, to its own instance only', () => {
  const store = storage()
  const desk = emptyDesk('ada', null, 1)
  createSavedDesk(store, 'instance/1').write(desk)
  expect(createSavedDesk(store, 'instance/1').read()).toEqual(desk)
  expect(createSavedDesk(store, 'instance/2').read()).toBeNull()
})

test.each(['', '{', 'null', '{"contacts":"none"}'])('%j is no desk', (text) => {
  const saved = createSavedDesk({ getItem: () => text, setItem: () => {} }, 'instance/1')
  expect(saved.read()).toBeNull()
})
