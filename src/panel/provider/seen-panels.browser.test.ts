import { expect, test } from 'vitest'
import { createVisibility } from '../../cases/testing/visibility-switch.ts'
import { createSeenPanels } from './seen-panels.ts'

test('without a panel, what is under a provider is seen where the document is', () => {
  expect(createSeenPanels().isShown()).toBe(true)
})

test('of several panels one that is seen is enough', () => {
  const seen = createSeenPanels()
  seen.add(createVisibility(false))
  expect(seen.isShown()).toBe(false)
  const remove = seen.add(createVisibility(true))
  expect(seen.isShown()).toBe(true)
  remove()
  expect(seen.isShown()).toBe(false)
})

test('who listens hears of a panel that comes and of one that is seen, until that one goes', () => {
  const seen = createSeenPanels()
  const heard: boolean[] = []
  seen.subscribe(() => heard.push(seen.isShown()))
  const panel = createVisibility(false)
  const remove = seen.add(panel)
  panel.set(true)
  expect(heard).toEqual([false, true])
  remove()
  panel.set(false)
  expect(heard).toEqual([false, true])
})
