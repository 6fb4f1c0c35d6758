import type { Ref } from 'react'
import type { More } from '../../cases/cases-view.ts'
import type { ListRow } from '../../cases/template-rows.ts'
import { ListRows } from '../list-rows.tsx'
import { LoadMore } from '../load-more.tsx'

/** What the rest of the panel can ask of the list. */
export interface CaseListHandle {
  /** Puts the keyboard on the row it was last on, or on the first. */
  focus(): void
}

export interface CaseListProps {
  /** From `toListRows`. */
  readonly rows: readonly ListRow[]
  /** Ids of the cases that the last refresh brought. */
  readonly appeared: ReadonlySet<string>
  /** How many cases are loaded, folded and filtered ones included. */
  readonly count: number
  readonly more: More
  /** Reads on by itself when the end comes into view. */
  readonly autoLoadMore?: boolean
  /** Whether rows keep a line for extra fields before any row is known to have them. */
  readonly fieldLine?: boolean
  readonly onReadOn: () => void
  readonly onCollapse: (templateId: string, collapsed: boolean) => void
  readonly onRetryDetails: (caseId: string) => void
  readonly ref?: Ref<CaseListHandle>
}

/** The cases in a scroller of their own, and what reads on. */
export function CaseList({ rows, count, more, onReadOn }: CaseListProps) {
  return (
    <div className="contact-cases-scroller">
      <ListRows rows={rows} />
      <LoadMore count={count} more={more} onReadOn={onReadOn} />
    </div>
  )
}
