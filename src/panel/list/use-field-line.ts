import { useEffect, useMemo } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { usePreferences } from '../preferences-context.ts'

/**
 * Whether every row keeps a line for extra fields. Which fields rows have is a setting of the server, so before any
 * details are there it is as it was the last time: no row grows when they come.
 */
export function useFieldLine(rows: readonly ListRow[]): boolean {
  const [{ fieldLine }, change] = usePreferences()
  const known = useMemo(() => haveFields(rows), [rows])
  useEffect(() => {
    if (known !== null && known !== fieldLine) change({ fieldLine: known })
  }, [known, fieldLine, change])
  return known ?? fieldLine
}

/** null: no details are there that could tell. */
function haveFields(rows: readonly ListRow[]): boolean | null {
  const counts = rows.flatMap((row) =>
    row.kind === 'case' && row.details.status === 'known' ? row.details.found.fields.length : [],
  )
  return counts.length === 0 ? null : counts.some((count) => count > 0)
}
