import type { ListRow } from '../../cases/template-rows.ts'

/** Where a row stands among its siblings, as assistive technology tells it. */
export interface RowPlace {
  readonly level: 1 | 2
  readonly position: number
  readonly siblings: number
}

/** What names a row for as long as the list lives. */
export function rowKey(row: ListRow): string {
  return row.kind === 'template' ? `template ${row.templateId}` : `case ${row.caseId}`
}

/** The index of the template row at an index or above it; -1 where the list is not grouped. */
export function templateAt(rows: readonly ListRow[], index: number): number {
  for (let above = Math.min(index, rows.length - 1); above >= 0; above--) {
    if (rows[above]?.kind === 'template') return above
  }
  return -1
}

/** The place of every row: only a few of thousands are in the document, and each must say where it is. */
export function toRowPlaces(rows: readonly ListRow[]): readonly RowPlace[] {
  const grouped = rows[0]?.kind === 'template'
  const isTop = (row: ListRow) => row.kind === 'template' || !grouped
  const groupOf = (row: ListRow) => (isTop(row) ? 'top' : `in ${row.templateId}`)
  const siblings = new Map<string, number>()
  const positions = rows.map((row) => {
    const position = (siblings.get(groupOf(row)) ?? 0) + 1
    siblings.set(groupOf(row), position)
    return position
  })
  return rows.map((row, index) => ({
    level: isTop(row) ? 1 : 2,
    position: positions[index] ?? 1,
    siblings: siblings.get(groupOf(row)) ?? 1,
  }))
}
