import type { ListRow } from '../../cases/template-rows.ts'
import { rowKey } from './row-places.ts'

/** The row that the keyboard is on, or would come to. */
export interface KeptPlace {
  readonly key: string
  readonly index: number
  readonly templateId: string
}

export const noPlace: KeptPlace = { key: '', index: 0, templateId: '' }

export function placeOf(rows: readonly ListRow[], index: number): KeptPlace {
  const row = rows[index]
  return row === undefined ? noPlace : { key: rowKey(row), index, templateId: row.templateId }
}

/** The index of every row by its key. */
export function indexRows(rows: readonly ListRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, index) => [rowKey(row), index]))
}

/**
 * The place in new rows: the same row wherever it went; where it was folded away, its template; where it is gone, what
 * stands there now. The same object while nothing changed.
 */
export function keepPlace(place: KeptPlace, rows: readonly ListRow[], indexes: ReadonlyMap<string, number>): KeptPlace {
  if (rows.length === 0) return place
  const index = indexes.get(place.key) ?? foldedInto(place, rows, indexes) ?? Math.min(place.index, rows.length - 1)
  const row = rows[index]
  return row && rowKey(row) === place.key && index === place.index ? place : placeOf(rows, index)
}

function foldedInto({ templateId }: KeptPlace, rows: readonly ListRow[], indexes: ReadonlyMap<string, number>) {
  const index = indexes.get(`template ${templateId}`)
  const row = index === undefined ? undefined : rows[index]
  return row?.kind === 'template' && row.collapsed ? index : undefined
}
