import type { FocusEvent } from 'react'

/**
 * Gives a case that takes the focus its whole title as the panel's tooltip, where the title is cut. Must run in the
 * capture phase: the tooltip looks while the event bubbles.
 */
export function tellCutTitle({ target }: FocusEvent<HTMLElement>): void {
  if (!target.matches('[data-case-id]')) return
  const title = target.querySelector<HTMLElement>('.contact-cases-case-title')
  if (title && title.scrollWidth > title.clientWidth) target.dataset['tooltip'] = title.textContent
  else delete target.dataset['tooltip']
}
