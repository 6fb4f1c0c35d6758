import type { FocusEvent } from 'react'

/**
 * Gives a case that takes the focus, as the panel's tooltip, the texts that have no room in it. Must run in the capture
 * phase: the tooltip looks while the event bubbles.
 */
export function tellCutTexts({ target }: FocusEvent<HTMLElement>): void {
  if (!target.matches('[data-case-id]')) return
  const texts = target.querySelectorAll('.contact-cases-case-title, .contact-cases-case-fields')
  const cut = [...texts].filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent)
  if (cut.length > 0) target.dataset['tooltip'] = cut.join(' · ')
  else delete target.dataset['tooltip']
}
