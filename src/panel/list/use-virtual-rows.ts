import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useState } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { createScroll, heightOnceLaidOut, rectOnceLaidOut } from './once-laid-out.ts'
import { areSameLooks, caseHeight, looksOf, templateHeight, usualLooks } from './row-heights.ts'
import { rowKey, templateAt } from './row-places.ts'

interface VirtualRowsOptions {
  readonly rows: readonly ListRow[]
  /** The element of the rows, inside the one that scrolls. */
  readonly grid: RefObject<HTMLElement | null>
  /** The row of the focus, which stays in the document wherever the list is scrolled. */
  readonly active: number
  readonly fieldLine: boolean
}

export interface VirtualRows {
  readonly virtualizer: Virtualizer<HTMLElement, HTMLElement>
  /** The template whose cases are at the top: its row sticks there. -1: none does. */
  readonly stuck: number
}

/** Which rows are in the document: those in sight, a few around them, the template above them and the focused one. */
export function useVirtualRows({ rows, grid, active, fieldLine }: VirtualRowsOptions): VirtualRows {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [templateAt(rows, range.startIndex), active].filter((index) => index >= 0 && index < range.count)
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((one, other) => one - other)
    },
    [rows, active],
  )
  const grouped = rows[0]?.kind === 'template'
  const [looks, setLooks] = useState(usualLooks)
  const [scroll] = useState(createScroll)
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => grid.current?.parentElement ?? null,
    getItemKey: useCallback((index: number) => keyAt(rows, index), [rows]),
    estimateSize: (index) => (rows[index]?.kind === 'template' ? templateHeight(looks) : caseHeight(looks, fieldLine)),
    measureElement(element, entry, virtualizer) {
      const { scrollElement } = virtualizer
      if (entry !== undefined && scrollElement !== null) {
        const now = looksOf(scrollElement)
        setLooks((before) => (areSameLooks(before, now) ? before : now))
      }
      return heightOnceLaidOut(element, entry, virtualizer)
    },
    observeElementRect: rectOnceLaidOut,
    scrollToFn: scroll,
    rangeExtractor,
    overscan: 4,
    // What is scrolled to must not lie under the row that sticks.
    scrollPaddingStart: grouped ? templateHeight(looks) : 0,
    // Before the scroller is measured: a first render that shows rows, not an empty one.
    initialRect: { width: 0, height: 600 },
  })
  return { virtualizer, stuck: templateAt(rows, virtualizer.range?.startIndex ?? 0) }
}

function keyAt(rows: readonly ListRow[], index: number): string {
  const row = rows[index]
  return row === undefined ? '' : rowKey(row)
}
