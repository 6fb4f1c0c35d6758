import { memo } from 'react'
import type { CaseRow } from '../../cases/case-rows.ts'
import { useSlots } from '../slots/slots-context.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseMarks } from './case-marks.tsx'
import { CaseTitle } from './case-title.tsx'
import { DrawnCase } from './drawn-case.tsx'
import { RowActions } from './row-actions.tsx'
import { RowFields } from './row-fields.tsx'

export interface CaseRowViewProps extends CaseRow {
  /** Begins the ids of the parts that name the row. */
  readonly id: string
  readonly appeared: boolean
  readonly fieldLine: boolean
  readonly onRetryDetails: (caseId: string) => void
}

/**
 * One case: its title, what is known of it, what can be done with it. Each has a line of its own height, so that a row
 * is as high before its details are there as after.
 */
export const CaseRowView = memo((props: CaseRowViewProps) => {
  const { renderCase } = useSlots()
  if (renderCase !== undefined) return <DrawnCase renderCase={renderCase} {...props} />
  const { id, appeared, fieldLine, onRetryDetails, ...row } = props
  const { caseId, details } = row
  const found = details.status === 'known' ? details.found : null
  return (
    <>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a table's cells cannot be placed one by one by a virtualiser. */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the row takes the focus; cells never do. */}
      <div role="gridcell" className="contact-cases-case-main" data-press="open">
        <CaseTitle row={row} id={`${id}-title`} />
        <CaseMarks linkedTo={row.linkedTo} appeared={appeared} id={`${id}-marks`} />
      </div>
      <div role="gridcell" className="contact-cases-case-facts" id={`${id}-facts`}>
        <CaseFacts details={details} onRetry={() => onRetryDetails(caseId)} />
      </div>
      <div role="gridcell" className="contact-cases-case-actions">
        {/* Where they failed, the message and its button need the room; the title still opens the case. */}
        {details.status !== 'failed' && <RowActions row={row} />}
      </div>
      {fieldLine && (
        <div role="gridcell" className="contact-cases-case-fields contact-cases-cut" id={`${id}-fields`}>
          {found && <RowFields fields={found.fields} />}
        </div>
      )}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
    </>
  )
})
