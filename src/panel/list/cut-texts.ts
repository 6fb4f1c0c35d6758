import type { FocusEvent, PointerEvent } from 'react'

// Texts on one line, cut at its end where it has no room for them.
const cuttable = '.contact-cases-cut'

const isCut = (text: Element) => text.scrollWidth > text.clientWidth

/*
 * The panel shows `data-tooltip` of what is hovered or takes the focus. These set it where something is cut, and only
 * there. They must run in the capture phase: the tooltip looks while the event bubbles.
 */

/** A row that takes the focus tells all that is cut in it. */
export function tellCutInRow({ target }: FocusEvent<HTMLElement>): void {
  if (target.matches('[role="row"]')) tell(target, [...target.querySelectorAll(cuttable)].filter(isCut))
}

/** A text under the pointer tells itself. */
export function tellCutText({ target }: PointerEvent<HTMLElement>): void {
  const text = target instanceof Element ? target.closest<HTMLElement>(cuttable) : null
  if (text) tell(text, [text].filter(isCut))
}

function tell(anchor: HTMLElement, cut: readonly Element[]): void {
  if (cut.length === 0) delete anchor.dataset['tooltip']
  else anchor.dataset['tooltip'] = cut.map((text) => text.textContent).join(' · ')
}
