import type { RowMove } from './list-keys.ts'

/** The index a move leads to: never beyond the list. `page` is how many rows are in sight. */
export function moveFrom(index: number, move: RowMove, count: number, page: number): number {
  const targets: Readonly<Record<RowMove, number>> = {
    next: index + 1,
    previous: index - 1,
    first: 0,
    last: count - 1,
    pageDown: index + Math.max(1, page),
    pageUp: index - Math.max(1, page),
  }
  return Math.max(0, Math.min(count - 1, targets[move]))
}
