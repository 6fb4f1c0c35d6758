import { act, fireEvent } from '@testing-library/react'
import { en } from '../../locales/en.ts'
import type { PreferenceStore } from '../preferences.ts'
import type { Step } from './story.ts'

/** What an agent does to a panel in the document; a step that nothing on screen takes does nothing. */
export function createHands(container: HTMLElement, preferences: PreferenceStore) {
  const buttons = (...names: readonly string[]) =>
    [...container.querySelectorAll('button')].filter((button) =>
      names.includes(button.getAttribute('aria-label') ?? button.textContent),
    )
  const press = (found: readonly HTMLElement[], at = 0) => found[at % Math.max(1, found.length)]?.click()
  const loadMore = en.more.load.replace('{count}', '10')

  function type(key: string) {
    const focused = document.activeElement
    const row = container.querySelector('[role="row"]')
    const target = container.contains(focused) ? focused : (row ?? container.querySelector('h2'))
    if (target instanceof HTMLElement) {
      target.focus()
      fireEvent.keyDown(target, { key })
    }
  }
  function filterBy(text: string) {
    const field = container.querySelector('input')
    if (field) fireEvent.change(field, { target: { value: text } })
  }

  return (step: Step) => {
    if (step.kind === 'press') press(buttons(loadMore, en.retry))
    if (step.kind === 'refresh') press(buttons(en.toolbar.refresh))
    if (step.kind === 'retry') press([...container.querySelectorAll<HTMLElement>('[data-case-id] button')], step.at)
    if (step.kind === 'choose') press([...container.querySelectorAll<HTMLElement>('[role="tab"]')], step.at)
    if (step.kind === 'pin') press(buttons(en.contact.pin, en.contact.unpin))
    if (step.kind === 'key') type(step.key)
    if (step.kind !== 'options') return
    const { grouped, order, collapsed, filter } = step.options
    act(() => preferences.set({ grouped, order, collapsed: [...collapsed] }))
    filterBy(filter)
  }
}
