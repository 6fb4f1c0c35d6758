/** The row of the list that the keyboard is on. */
export interface FocusedRow {
  readonly element: HTMLElement
  readonly index: number
  /** Whether the row itself has the focus, and not something in it. */
  readonly onRow: boolean
}

export function focusedRow({ target }: Pick<Event, 'target'>): FocusedRow | null {
  if (!(target instanceof HTMLElement)) return null
  const element = target.closest<HTMLElement>('[role="row"]')
  if (element === null) return null
  return { element, index: Number(element.dataset['index']), onRow: target === element }
}

export function focusOn(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  return true
}

/** From the row into its actions, along them, and back to the row before the first. */
export function focusBeside(row: HTMLElement, step: 1 | -1): boolean {
  const actions = row.querySelectorAll<HTMLElement>(':is(a, button):not(.contact-cases-link)')
  const stops = [row, ...actions]
  const at = stops.findIndex((stop) => stop.matches(':focus'))
  return focusOn(stops[Math.max(0, Math.min(stops.length - 1, at + step))] ?? row)
}

/** Presses what the mouse would press, where the row has it. */
export function press(row: HTMLElement, name: 'open' | 'reference' | 'link'): boolean {
  const pressed = row.querySelector<HTMLElement>(`[data-press="${name}"]`)
  const control = pressed?.matches('button') ? pressed : pressed?.querySelector<HTMLElement>('a, button')
  control?.click()
  return control !== null && control !== undefined
}
