/** How large text and the space around it are, against what is usual. */
export interface RowLooks {
  readonly scale: number
  readonly space: number
}

export const usualLooks: RowLooks = { scale: 1, space: 1 }

// At the panel's usual text size, in pixels.
const usualTextSize = 14
const template = { text: 25, space: 10 }
const caseRow = { text: 45, space: 12 }
const fieldLine = 20

/** Asks the browser: cheap where it has just laid out the page, dear in the middle of a render. */
export function looksOf(scroller: HTMLElement): RowLooks {
  const style = getComputedStyle(scroller)
  return {
    scale: Number.parseFloat(style.fontSize) / usualTextSize,
    space: Number.parseFloat(style.getPropertyValue('--contact-cases-space')),
  }
}

export function areSameLooks(one: RowLooks, other: RowLooks): boolean {
  return one.scale === other.scale && one.space === other.space
}

// In whole pixels, as the virtualiser measures: a part of one would be a change, and another render.

/** How high a template's row will be, before it is measured. */
export function templateHeight({ scale, space }: RowLooks): number {
  return Math.round(scale * (template.text + template.space * space))
}

/** How high a case's row will be, before it is measured. */
export function caseHeight({ scale, space }: RowLooks, hasFieldLine: boolean): number {
  return Math.round(scale * (caseRow.text + caseRow.space * space + (hasFieldLine ? fieldLine : 0)))
}
