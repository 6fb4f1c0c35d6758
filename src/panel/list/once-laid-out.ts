import { elementScroll, measureElement, type Virtualizer } from '@tanstack/react-virtual'

// The virtualiser asks elements for their size and place as soon as they are in the document. The browser would then lay
// out the whole page in the middle of a render, and once more for the frame: two thirds of what it takes to show rows.
// It tells the same by itself before it paints, as it has laid out the page for the frame.

type Rows = Virtualizer<HTMLElement, HTMLElement>

/** The height of a row as the browser tells it; until then as it was, or as it is estimated. */
export function heightOnceLaidOut(element: HTMLElement, entry: ResizeObserverEntry | undefined, rows: Rows): number {
  if (entry !== undefined) return measureElement(element, entry, rows)
  const index = rows.indexFromElement(element)
  return rows.itemSizeCache.get(rows.options.getItemKey(index)) ?? rows.options.estimateSize(index)
}

/** The size of the scroller as the browser tells it. */
export function rectOnceLaidOut(rows: Rows, tell: (rect: { width: number; height: number }) => void) {
  const { scrollElement } = rows
  if (scrollElement === null) return
  const observer = new ResizeObserver(() => {
    tell({ width: scrollElement.clientWidth, height: scrollElement.clientHeight })
    // A row that goes with this is observed until the virtualiser looks, and one that is observed but not there is an
    // error on the page ("ResizeObserver loop").
    queueMicrotask(() => rows.measureElement(null))
  })
  observer.observe(scrollElement)
  return () => observer.disconnect()
}

/** Scrolls the scroller of one list, but does not put it where it begins. */
export function createScroll(): typeof elementScroll {
  let isNew = true
  return (offset, options, rows) => {
    const isThere = isNew && offset === 0
    isNew = false
    if (!isThere) elementScroll(offset, options, rows)
  }
}
