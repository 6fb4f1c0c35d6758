import type { More } from '../../cases/cases-view.ts'
import { CaseGrid, type CaseGridProps } from './case-grid.tsx'
import { LoadMore } from './load-more.tsx'
import './list.css'
import './case-row.css'
import './case-facts.css'
import './row-actions.css'
import './drawn-case.css'

export interface CaseListProps extends Omit<CaseGridProps, 'complete'> {
  /** How many cases are loaded, folded and filtered ones included. */
  readonly count: number
  readonly more: More
  /** Reads on by itself when the end comes into view. */
  readonly autoLoadMore?: boolean | undefined
  readonly onReadOn: () => void
}

/** The cases in a scroller of their own, and what reads on. */
export function CaseList({ count, more, autoLoadMore = false, onReadOn, ...grid }: CaseListProps) {
  return (
    <div className="contact-cases-scroller">
      {grid.rows.length > 0 && <CaseGrid {...grid} complete={more.status === 'none'} />}
      <LoadMore count={count} shown={grid.rows.length} more={more} auto={autoLoadMore} onReadOn={onReadOn} />
    </div>
  )
}
