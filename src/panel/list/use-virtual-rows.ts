import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { rowKey, templateAt } from './row-places.ts'

// At the panel's usual text size, in pixels; rows are measured as soon as they are in the document.
const usualTextSize = 14
const templateHeight = { text: 25, space: 10 }
const caseHeight = { text: 45, space: 12 }
const fieldLineHeight = 20

interface VirtualRowsOptions {
  readonly rows: readonly ListRow[]
  readonly scroller: HTMLElement | null
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
export function useVirtualRows({ rows, scroller, active, fieldLine }: VirtualRowsOptions): VirtualRows {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [templateAt(rows, range.startIndex), active].filter((index) => index >= 0 && index < range.count)
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((one, other) => one - other)
    },
    [rows, active],
  )
  const grouped = rows[0]?.kind === 'template'
  const heightOf = heightsIn(scroller)
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey: useCallback((index: number) => keyAt(rows, index), [rows]),
    estimateSize: (index) =>
      rows[index]?.kind === 'template'
        ? heightOf(templateHeight)
        : heightOf(caseHeight, fieldLine ? fieldLineHeight : 0),
    rangeExtractor,
    overscan: 4,
    // What is scrolled to must not lie under the row that sticks.
    scrollPaddingStart: grouped ? heightOf(templateHeight) : 0,
    // Before the scroller is measured: a first render that shows rows, not an empty one.
    initialRect: { width: 0, height: 600 },
  })
  return { virtualizer, stuck: templateAt(rows, virtualizer.range?.startIndex ?? 0) }
}

/** The height of a row at the panel's text size and density, before it is measured. */
function heightsIn(scroller: HTMLElement | null) {
  const style = scroller && getComputedStyle(scroller)
  const scale = style === null ? 1 : Number.parseFloat(style.fontSize) / usualTextSize
  const space = style === null ? 1 : Number.parseFloat(style.getPropertyValue('--contact-cases-space'))
  return (height: typeof caseHeight, more = 0) => scale * (height.text + height.space * space + more)
}

function keyAt(rows: readonly ListRow[], index: number): string {
  const row = rows[index]
  return row === undefined ? '' : rowKey(row)
}
