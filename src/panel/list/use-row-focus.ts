import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ListRow } from '../../cases/template-rows.ts'
import { isFocusLost } from './lost-focus.ts'
import { indexRows, keepPlace, noPlace, placeOf } from './row-place-kept.ts'

/** The roving tab stop of the list: one row can be reached by Tab, and it stays the same row while others come and go. */
export interface RowFocus {
  /** The index of that row; -1 in an empty list. */
  readonly active: number
  /** Makes a row the tab stop and puts the focus on it, scrolled to or not. */
  focusRow(index: number): void
  onFocus(event: FocusEvent<HTMLElement>): void
  onBlur(): void
}

export function useRowFocus(rows: readonly ListRow[], grid: RefObject<HTMLElement | null>): RowFocus {
  const [place, setPlace] = useState(noPlace)
  const indexes = useMemo(() => indexRows(rows), [rows])
  const kept = keepPlace(place, rows, indexes)
  if (kept !== place) setPlace(kept)
  const active = rows.length === 0 ? -1 : kept.index
  const inside = useRef(false)

  useLayoutEffect(() => {
    // Its row, or a button in it, was taken out of the document. React sends no blur for that.
    if (inside.current && grid.current && isFocusLost(grid.current)) focusIn(grid.current, active)
  })

  return {
    active,
    focusRow(index) {
      // The row must be in the document before it can take the focus.
      flushSync(() => setPlace(placeOf(rows, index)))
      if (grid.current) focusIn(grid.current, index)
    },
    onFocus({ target }) {
      inside.current = true
      const index = Number(target.closest<HTMLElement>('[role="row"]')?.dataset['index'] ?? active)
      if (index !== active) setPlace(placeOf(rows, index))
    },
    onBlur() {
      inside.current = false
    },
  }
}

function focusIn(grid: HTMLElement, index: number): void {
  grid.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })
}
